using System.Security.Cryptography;
using Learning.Data;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Server.SignIn;

/// <summary>The key of the access tokens: made at the first start, kept beside the database, readable by its owner only. Delete the file, and everybody signs in again.</summary>
internal sealed class SigningKey(IOptions<DataOptions> store)
{
    private const int Bytes = 64;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lazy<SymmetricSecurityKey> _key = new(() => new SymmetricSecurityKey(ReadOrMake(Folder(store.Value))));

    public SymmetricSecurityKey Key => _key.Value;

    /// <summary>The folder of the keys.</summary>
    public static string Folder(DataOptions store) => Path.Combine(store.DataFolder, "keys");

    private static byte[] ReadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "sign-in.key");
        if (!File.Exists(file))
        {
            Make(file);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == Bytes ? key : throw new BrokenRule("signing-key-damaged", $"{file} is no key.", "Delete it: a new one is made, and everybody signs in again.");
    }

    // Written whole beside its place and then moved there: no other process sees half a key, and the first to come wins.
    private static void Make(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Bytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
