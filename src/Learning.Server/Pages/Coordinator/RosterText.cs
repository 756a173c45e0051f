using System.Text;

namespace Learning.Server.Pages.Coordinator;

/// <summary>The text of a roster: UTF-8, or GB 18030 as spreadsheets in Chinese write it.</summary>
internal static class RosterText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}
