using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Learning.Server.SignIn;

/// <summary>Makes the first administrator from the settings, while there is none.</summary>
internal sealed class FirstAdministrator(SignInDbContext db, AccountMaker accounts, IOptions<FirstAdministratorSettings> settings)
{
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var asked = settings.Value;
        if (asked.UserName.Length == 0 || await HasAdministratorAsync(cancellationToken))
        {
            return;
        }

        await accounts.MakeAsync(new NewAccount(asked.UserName, asked.Organisation, Roles.Administrator) { Password = asked.Password }, cancellationToken);
    }

    private Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) => (
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == Roles.Administrator
        select held).AnyAsync(cancellationToken);
}
