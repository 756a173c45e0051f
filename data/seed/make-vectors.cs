#!/usr/bin/env dotnet
#:project ../../src/Learning/Learning.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Makes vectors.bin anew: the vectors of the lessons, so that a first start need not wait for them.
// Run it after changing a lesson, the chunker or an embedding model: dotnet run data/seed/make-vectors.cs

using Learning;
using Learning.Embeddings;
using Learning.Seeding;

using var models = EmbeddingServices.Create(new EmbeddingOptions());
var folder = DataFolder.Find("data/seed");
Console.WriteLine($"{await SeedVectors.MakeAsync(models, folder, CancellationToken.None)} vectors in {Path.Combine(folder, "vectors.bin")}");
