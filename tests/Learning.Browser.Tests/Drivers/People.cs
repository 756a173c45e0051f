namespace Learning.Browser.Tests.Drivers;

/// <summary>What people do.</summary>
internal static class People
{
    /// <summary>Signs in on the page made for it.</summary>
    public static async Task SignInAsync(this IPage page, string userName)
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name=UserName]").FillAsync(userName);
        await page.Locator("[name=Password]").FillAsync("learning");
        await page.PressAsync("main form button");
    }

    /// <summary>Presses a link or a button that leads to another page, and waits for it.</summary>
    public static Task PressAsync(this IPage page, string selector) => page.ArriveAsync(() => page.Locator(selector).First.ClickAsync());

    private static async Task ArriveAsync(this IPage page, Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame)
            {
                arrived.TrySetResult();
            }
        }

        page.FrameNavigated += Arrive;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        page.FrameNavigated -= Arrive;
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses a key that leads to another page, and waits for it.</summary>
    public static Task PressKeyAsync(this IPage page, string key) => page.ArriveAsync(() => page.Keyboard.PressAsync(key));

    /// <summary>Waits until no record waits on the device any more.</summary>
    public static async Task WaitForSentAsync(this IPage page)
    {
        for (var turn = 0; turn < 100; turn++)
        {
            if (await page.EvaluateAsync<string?>("document.documentElement.dataset.waiting") == "0")
            {
                return;
            }

            await page.WaitForTimeoutAsync(100);
        }

        Assert.Fail("Records still wait on the device.");
    }

    /// <summary>The text a person sees in a part of the page.</summary>
    public static Task<string> SeesAsync(this IPage page, string selector = "main") => page.Locator(selector).First.InnerTextAsync();

    /// <summary>Answers the questions of a lesson and sends them. The right answers are those of the seed's lessons.</summary>
    public static async Task AnswerAllAsync(this IPage page, bool isRight = true)
    {
        await page.ChooseAnswersAsync(isRight);
        await page.PressAsync("[data-recall] button");
    }

    /// <summary>Chooses answers without sending them.</summary>
    public static async Task ChooseAnswersAsync(this IPage page, bool isRight = true)
    {
        foreach (var question in await page.Locator("[data-recall] fieldset").AllAsync())
        {
            foreach (var option in await question.Locator("input").AllAsync())
            {
                if (SeedAnswers.IsRight(await option.InputValueAsync(), await question.Locator("legend").InnerTextAsync()) == isRight)
                {
                    await option.CheckAsync();
                    break;
                }
            }
        }
    }
}
