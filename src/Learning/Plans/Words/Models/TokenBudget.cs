using Microsoft.Extensions.Options;

namespace Learning.Plans.Words.Models;

/// <summary>Counts the tokens of a day, so that no loop and no caller spends more than the administrator allowed.</summary>
public sealed class TokenBudget(IOptions<LanguageModelOptions> options, TimeProvider time)
{
    private readonly Lock _turn = new();
    private DateOnly _day;
    private long _spent;

    /// <summary>Whether anything is left today.</summary>
    public bool IsLeft
    {
        get
        {
            lock (_turn)
            {
                Turn();
                return _spent < options.Value.TokensPerDay;
            }
        }
    }

    /// <summary>Tokens spent today.</summary>
    public long Spent
    {
        get
        {
            lock (_turn)
            {
                Turn();
                return _spent;
            }
        }
    }

    /// <summary>Counts an answer.</summary>
    public void Spend(long tokens)
    {
        lock (_turn)
        {
            Turn();
            _spent += Math.Max(0, tokens);
        }
    }

    private void Turn()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _spent) = (today, 0);
        }
    }
}
