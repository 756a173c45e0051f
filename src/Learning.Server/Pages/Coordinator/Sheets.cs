using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Learning.Server.Pages.Coordinator;

/// <summary>Reads the first sheet of a workbook as CSV. What unpacks to more than a roster can be is refused before it is read, whatever it says about its own size.</summary>
internal static class Sheets
{
    // As XML a sheet takes a few times its text.
    private const long MostUnpacked = 10L * 1024 * 1024;
    private const int MostColumns = 100;

    /// <summary>The first sheet.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="most">Most signs of its text.</param>
    /// <exception cref="BrokenRule">It is no workbook, or too large.</exception>
    public static string ToCsv(MemoryStream workbook, int most)
    {
        try
        {
            using (var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
            {
                DemandSmall(archive);
            }

            workbook.Position = 0;
            using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
            var book = document.WorkbookPart ?? throw Unreadable();
            var first = book.Workbook!.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw Unreadable();
            var texts = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            return Written(((WorksheetPart)book.GetPartById(first)).Worksheet!.Descendants<Row>(), texts, most);
        }
        catch (Exception problem) when (problem is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw Unreadable();
        }
    }

    /// <summary>A sheet that cannot be a roster for its size.</summary>
    public static BrokenRule TooLarge(long size, long most) =>
        new("roster-too-large", $"The file has {size} bytes; {most} fit on this page.", "Split it, or send it to POST /members/import.");

    private static void DemandSmall(ZipArchive archive)
    {
        var (left, some) = (MostUnpacked, new byte[81920]);
        foreach (var entry in archive.Entries)
        {
            using var unpacked = entry.Open();
            for (var read = unpacked.Read(some); read > 0; read = unpacked.Read(some))
            {
                if ((left -= read) < 0)
                {
                    throw TooLarge(MostUnpacked + 1, MostUnpacked);
                }
            }
        }
    }

    private static string Written(IEnumerable<Row> rows, List<string> texts, int most)
    {
        var csv = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = new SortedDictionary<int, string>();
            foreach (var cell in row.Elements<Cell>())
            {
                // A cell far to the right would be a line of thousands of commas.
                if (ColumnOf(cell.CellReference?.Value, cells.Count) is var column && column < MostColumns)
                {
                    cells[column] = TextOf(cell, texts);
                }
            }

            csv.AppendJoin(',', Enumerable.Range(0, cells.Count == 0 ? 0 : cells.Keys.Max() + 1).Select(column => Quoted(cells.GetValueOrDefault(column, "")))).Append('\n');
            if (csv.Length > most)
            {
                throw TooLarge(csv.Length, most);
            }
        }

        return csv.ToString();
    }

    private static string TextOf(Cell cell, List<string> texts) =>
        cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, out var place) && place >= 0 && place < texts.Count
            ? texts[place]
            : cell.DataType?.Value == CellValues.InlineString ? cell.InnerText : cell.CellValue?.Text ?? "";

    // B7 is column 1.
    private static int ColumnOf(string? reference, int otherwise)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? otherwise : column - 1;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static BrokenRule Unreadable() => new("workbook-unreadable", "The file is no workbook that can be read.", "Save it again as XLSX, or as CSV.");
}
