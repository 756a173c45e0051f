using System.Security.Cryptography;
using System.Text;
using Learning.Data;
using Learning.Materials;
using Learning.Members;
using Learning.Records;
using Microsoft.EntityFrameworkCore;

namespace Learning.Retraining;

/// <summary>All that a training reads, as it stands at one moment.</summary>
/// <param name="Catalogue">The materials.</param>
/// <param name="People">The people, in the order of their ids. Whoever switched personalisation off is not among them.</param>
public sealed record TrainingData(CatalogueSnapshot Catalogue, IReadOnlyList<TrainingPerson> People)
{
    private const int ReadAtOnce = 500;

    /// <summary>When the last thing happened; null when nothing did.</summary>
    public DateTimeOffset? Until => People.Where(person => person.Records.Count > 0).Select(person => (DateTimeOffset?)person.Records[^1].At).Max();

    /// <summary>Reads it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="catalogue">The materials.</param>
    /// <param name="mostPeople">Most people; of more, those with the smallest hashes.</param>
    /// <param name="now">What claims to have happened later is left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<TrainingData> ReadAsync(LearningDbContext db, CatalogueSnapshot catalogue, int mostPeople, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await db.Members.Where(member => member.Personalised).Select(member => member.Id).ToListAsync(cancellationToken);
        var chosen = ids.Count <= mostPeople ? ids : [.. ids.OrderBy(Order).Take(mostPeople)];
        chosen.Sort();
        var people = new List<TrainingPerson>(chosen.Count);
        foreach (var part in chosen.Chunk(ReadAtOnce))
        {
            var members = await db.Members.AsNoTracking().Where(member => part.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancellationToken);
            var records = (await db.Records.AsNoTracking().Where(record => part.Contains(record.MemberId) && record.At <= now).ToListAsync(cancellationToken)).ToLookup(record => record.MemberId);
            var lists = (await db.Impressions.AsNoTracking().Where(list => part.Contains(list.MemberId) && list.Personalised && list.Query == null).ToListAsync(cancellationToken))
                .ToLookup(list => list.MemberId);
            people.AddRange(part.Where(members.ContainsKey).Select(id => new TrainingPerson(
                members[id],
                [.. records[id].OrderBy(record => record.At).ThenBy(record => record.Id)],
                [.. lists[id].OrderBy(list => list.At).ThenBy(list => list.Id)])));
        }

        return new TrainingData(catalogue, people);
    }

    /// <summary>SHA-256 over everything that can change what is learned, in hexadecimal.</summary>
    /// <param name="lists">Lists shown after this moment are not trained on yet: what became of them is still to come.</param>
    /// <param name="judged">Lists shown after this moment are judged by what chance put into them; null: none are.</param>
    public string Hash(DateTimeOffset lists, DateTimeOffset? judged = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var material in Catalogue.ById.Values.OrderBy(material => material.Id))
        {
            Add(hash, $"m {material.Id:N} {material.Version} {material.IsWithdrawn}");
        }

        foreach (var person in People)
        {
            Add(hash, $"p {person.Member.Id:N} {person.Member.BirthYear} {person.Member.OccupationCode} {person.Member.Language} {person.Member.Version}");
            foreach (var record in person.Records)
            {
                Add(hash, $"r {record.Id:N} {record.At.UtcTicks}");
            }

            foreach (var list in person.Lists.Where(list => list.At <= lists || (list.At > judged && list.At < Until)))
            {
                Add(hash, $"i {list.Id:N}");
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));

    private static string Order(Guid id) => Convert.ToHexString(SHA256.HashData(id.ToByteArray()));
}
