using Microsoft.ML.Tokenizers;

namespace Learning.Embeddings.Onnx;

/// <summary>Text → token ids as the models were trained on them: [CLS] pieces [SEP], at most 512.</summary>
internal sealed class BertTokens
{
    /// <summary>The longest row the models read.</summary>
    public const int Longest = 512;

    private readonly WordPieceTokenizer pieces;
    private readonly int start;
    private readonly int end;

    private BertTokens(WordPieceTokenizer pieces, int start, int end) => (this.pieces, this.start, this.end) = (pieces, start, end);

    /// <summary>Reads a vocabulary, one word piece per line.</summary>
    public static BertTokens Read(string file)
    {
        var vocabulary = File.ReadAllLines(file);
        using var stream = File.OpenRead(file);
        var tokenizer = WordPieceTokenizer.Create(stream, new WordPieceOptions { UnknownToken = "[UNK]", MaxInputCharsPerWord = 100 });
        return new BertTokens(tokenizer, Array.IndexOf(vocabulary, "[CLS]"), Array.IndexOf(vocabulary, "[SEP]"));
    }

    /// <summary>The ids of a text. Names of special tokens inside it are plain text.</summary>
    public int[] Of(string text)
    {
        var ids = pieces.EncodeToIds(BertText.Words(text), Longest - 2, out _, out _);
        return [start, .. ids, end];
    }
}
