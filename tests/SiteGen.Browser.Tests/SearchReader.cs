using System.Text.Json;
using Microsoft.Playwright;

namespace SiteGen.Browser.Tests;

/// <summary>A reader at the search box, who types on a keyboard or through an input method.</summary>
public sealed class SearchReader(ReaderPage reader) : IAsyncDisposable
{
    const string FoundPaths = "[...document.querySelectorAll('.search ol h2 a')].map(a => a.getAttribute('href'))";

    ICDPSession? session;

    public ReaderPage Reader => reader;

    public ILocator Box => reader.Find("#maru-query");

    public Task<string> Status => reader.Find(".search [role=status]").InnerTextAsync();

    public static async Task<SearchReader> Open(Chromium chromium, ServedSite site, string path = "search/", int width = 1280)
    {
        var search = new SearchReader(await chromium.Open(site, path, width));
        await search.Ready();
        return search;
    }

    /// <summary>The module is there, with its index.</summary>
    public Task Ready() => reader.Until("document.querySelector('.search[data-ready] .filters[data-ready]')");

    /// <summary>What stands in the box is what the results are of.</summary>
    public Task Answered() => reader.Until("!document.querySelector('.search ol[aria-busy=true]')");

    public async Task Type(string text)
    {
        await Box.FocusAsync();
        await reader.Page.Keyboard.TypeAsync(text);
        await Answered();
    }

    /// <summary>The text that an input method is still putting together.</summary>
    public async Task Compose(string text)
    {
        session ??= await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await session.SendAsync("Input.imeSetComposition",
            new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
    }

    /// <summary>The input method is done with this text.</summary>
    public async Task Commit(string text)
    {
        session ??= await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await session.SendAsync("Input.insertText", new() { ["text"] = text });
    }

    public Task<string[]> Found() => reader.Ask<string[]>(FoundPaths);

    public Task UntilFound(params string[] paths) =>
        reader.Until($"JSON.stringify({FoundPaths}) === {JsonSerializer.Serialize(JsonSerializer.Serialize(paths, Plain), Plain)}");

    public Task UntilStatus(string part) =>
        reader.Until($"document.querySelector('.search [role=status]').textContent.includes({JsonSerializer.Serialize(part, Plain)})");

    /// <summary>What is highlighted in the title or passage of the first result.</summary>
    public Task<string> Marks(string where) => reader.Ask<string>(MarksIn(where));

    public static string MarksIn(string where) => $"[...document.querySelectorAll('.search ol > li:first-child {where} mark')].map(mark => "
        + "mark.textContent).join('|')";

    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ValueTask DisposeAsync() => reader.DisposeAsync();
}
