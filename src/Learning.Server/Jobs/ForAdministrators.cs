using Hangfire.Annotations;
using Hangfire.Dashboard;
using Learning.Server.SignIn;

namespace Learning.Server.Jobs;

/// <summary>The dashboard's own check, behind the endpoint's: whoever moves the dashboard elsewhere opens it to nobody.</summary>
internal sealed class ForAdministrators : IDashboardAuthorizationFilter
{
    public bool Authorize([NotNull] DashboardContext context) => context.GetHttpContext().User.IsInRole(Roles.Administrator);
}
