#!/usr/bin/env dotnet
#:project ../../src/Learning/Learning.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Makes the vectors of the names of occupations anew, for the matching of occupations in people's own words.
// Run it after changing a table in src/Learning/Members/Occupations or an embedding model: dotnet run data/occupations/make-vectors.cs

using Learning;
using Learning.Embeddings;
using Learning.Members.Occupations;

using var models = EmbeddingServices.Create(new EmbeddingOptions());
var folder = DataFolder.Find("src/Learning/Members/Occupations");
foreach (var language in (string[])["zh", "en"])
{
    var model = models.For(language);
    var file = Path.Combine(folder, $"vectors-{language}.bin");
    Console.WriteLine($"{await OccupationVectorFile.MakeAsync(model.Id, language, texts => model.EmbedAsync(texts), file)} vectors in {file}");
}
