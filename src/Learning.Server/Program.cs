using Learning;
using Learning.Data;
using Learning.Server;
using Learning.Server.Conventions;
using Learning.Server.Conventions.Idempotency;
using Learning.Server.Errors;
using Learning.Server.Health;
using Learning.Server.Jobs;
using Learning.Server.Pages;
using Learning.Server.Reference;
using Learning.Server.Settings;
using Learning.Server.SignIn;
using Learning.Server.Starting;

var builder = WebApplication.CreateBuilder(Home.Options(args));
builder.AddSettings();
builder.AddLogs();
builder.Services
    .AddErrors()
    .AddConventions()
    .AddSignIn()
    .AddReference()
    .AddStarting()
    .AddLearning(builder.Configuration)
    .AddLearningData(builder.Configuration, Home.OfData(builder.Environment))
    .AddRooms()
    .AddPages()
    .AddEngineSteps()
    .AddAccountsStep()
    .AddJobs();

var app = builder.Build();
app.UseErrors();
app.UseConventions();
app.UsePages();
app.UseRouting();
app.UseUnknownAddresses();
app.UseReadiness();
app.UseSignIn();
app.UseIdempotency();

app.MapPages();
app.MapHealth();
app.MapReference();
app.MapProblems();
app.MapApi();
app.MapJobs();

return await app.RunOrRefuseAsync();
