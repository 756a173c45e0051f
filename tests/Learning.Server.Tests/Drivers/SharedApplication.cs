using Learning.Server.Tests.Drivers;

[assembly: AssemblyFixture(typeof(SharedApplication))]

namespace Learning.Server.Tests.Drivers;

/// <summary>One server for all tests that leave the world as they found it, or only add to it.</summary>
public sealed class SharedApplication : LearningApplication;
