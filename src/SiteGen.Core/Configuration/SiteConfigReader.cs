using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Configuration;

/// <summary>Reads <c>content/site.yml</c>.</summary>
public static class SiteConfigReader
{
    /// <summary>Reads the configuration; a missing or invalid value keeps its default, and an invalid one is reported.</summary>
    public static SiteConfig Read(ISiteFiles files, DiagnosticBag diagnostics)
    {
        using var stage = Stages.Start("configure");
        var config = new SiteConfig();
        if (!TextFile.TryRead(files, SiteConfig.Path, diagnostics, out var source))
            return config;
        config = config with { Source = source };
        if (YamlText.Read(source, diagnostics) is not { } node)
            return config;
        var scope = new FieldScope(source, diagnostics, "config");
        if (scope.File(node, out var map))
            config = Finish(scope.Read(map, config, Fields), map, scope);
        diagnostics.Language = MessageLanguages.Of(config.Language);
        return config;
    }

    static SiteConfig Finish(SiteConfig config, YamlMap map, FieldScope scope)
    {
        var places = map.Entries.ToDictionary(entry => entry.Key, entry => scope.At(entry.Value), StringComparer.Ordinal);
        config = config with { IsRead = true, Places = places };
        if (config.Title.Trim().Length == 0 && map["title"] is null or YamlScalar)
            scope.Diagnostics.Error("config-required", "The site has no title.", scope.At(map), "Add a line such as `title: AI 인터뷰`.");
        foreach (var taken in config.Taxonomies.Where(name => ListTable.BuiltIn(name) is not null))
        {
            scope.Diagnostics.Error("config-taxonomies", $"A taxonomy can't be called `{taken}`: that is the name of a built-in list.",
                config.PlaceOf("taxonomies"), "Give it another name.");
        }

        // Lists may override those of taxonomies, which the file may name below.
        if (map["lists"] is YamlMap lists)
            config = config with { Lists = ReadLists(lists, config.Taxonomies, scope) };
        // The custom domain is the default of base_url.
        if (config.Domain is { } domain && map["base_url"] is null)
            config = config with { Address = new SiteAddress("https://" + domain, "/") };
        return config;
    }

    static readonly Field<SiteAuthor>[] AuthorFields =
    [
        Field.Text<SiteAuthor>("name", "Name.", (a, v) => a with { Name = v }),
        Field.Address<SiteAuthor>("url", "Home page.", (a, v) => a with { Url = v }),
        Field.Text<SiteAuthor>("email", "E-mail address, shown in feeds.", (a, v) => a with { Email = v }),
    ];

    static readonly Field<SiteConfig>[] PermalinkFields =
    [
        Field.Text<SiteConfig>("posts", "Pattern of posts: /posts/:slug/, /:year/:month/:day/:title.html.",
            (c, v) => c with { PostPermalink = v }),
        Field.Flag<SiteConfig>("romanize", "Addresses made of names of files, folders, tags, categories and people are in Latin letters.",
            (c, v) => c with { Romanize = v }),
        Field.Flag<SiteConfig>("keep_case", "Addresses made of those names keep capitals.", (c, v) => c with { KeepCase = v }),
    ];

    static readonly Field<FeedConfig>[] FeedFields =
    [
        Field.Number<FeedConfig>("limit", "Posts in a feed.", 1, 500, (f, v) => f with { Limit = v }),
        Field.Flag<FeedConfig>("full_text", "Whole posts, or summaries.", (f, v) => f with { FullText = v }),
    ];

    static readonly Field<MarkdownConfig>[] MarkdownFields =
    [
        Field.Flag<MarkdownConfig>("breaks", "Every line break counts.", (m, v) => m with { Breaks = v }),
        Field.Flag<MarkdownConfig>("raw_html", "HTML in Markdown is kept.", (m, v) => m with { RawHtml = v }),
        Field.Flag<MarkdownConfig>("quotes", "Straight quotation marks become “ ” and ‘ ’.", (m, v) => m with { Quotes = v }),
    ];

    static readonly Field<SiteConfig>[] BlockFields =
    [
        Field.Number<SiteConfig>("count", "Neighbours shown.", 0, 50, (c, v) => c with { CategoryBlockCount = v }),
    ];

    static readonly Field<SearchConfig>[] SearchFields =
    [
        Field.Flag<SearchConfig>("enabled", "Whether there is a search page.", (c, v) => c with { Enabled = v }),
        Field.Number<SearchConfig>("shard_above", "Characters of Markdown above which readers fetch the index in parts.", 0, int.MaxValue,
            (c, v) => c with { ShardAbove = v }),
    ];

    static readonly Field<PublishConfig>[] PublishFields =
    [
        Field.Text<PublishConfig>("remote", "Remote of git to publish to (default: origin).", (p, v) => p with { Remote = v }),
        Field.Text<PublishConfig>("branch", "Branch of the built pages (default: gh-pages).", (p, v) => p with { Branch = v }),
        Field.Texts<PublishConfig>("keep", "Files of that branch that stay though SiteGen does not make them: README.md, .well-known/**.",
            (p, v) => p with { Keep = v }),
    ];

    static readonly Field<CheckSettings>[] RuleFields =
    [
        .. RuleTable.All.Select(rule =>
            Field.Choice<CheckSettings>(rule.Id, rule.What, CheckSettings.LevelNames, (c, v) => c.With(rule.Id, v))),
    ];

    static readonly Field<CheckSettings>[] CheckFields =
    [
        Field.Map("rules", "How much each rule matters: {rule: off, warning or error}.", RuleFields),
        Field.Texts<CheckSettings>("ignore", "Files, addresses of pages and links that nothing is said of; * stands for anything.",
            (c, v) => c with { Ignore = v }),
    ];

    // Templates read the mapping itself; these fields only validate it.
    static readonly Field<SiteConfig>[] VerificationFields =
    [
        Field.Text<SiteConfig>("naver", "Naver Search Advisor.", (c, _) => c),
        Field.Text<SiteConfig>("google", "Google Search Console.", (c, _) => c),
        Field.Text<SiteConfig>("bing", "Bing Webmaster Tools.", (c, _) => c),
    ];

    static readonly Field<MenuEntry>[] MenuFields =
    [
        Field.Text<MenuEntry>("title", "Shown text.", (m, v) => m with { Title = v }) with { IsRequired = true },
        Field.Address<MenuEntry>("url", "Address: /about/ or https://….", (m, v) => m with { Url = v }) with { IsRequired = true },
    ];

    static readonly Field<ListDefinition>[] ListFields =
    [
        Field.Text<ListDefinition>("title", "Heading of the list.", (l, v) => l with { Title = v }),
        Field.Text<ListDefinition>("description", "A sentence about the list.", (l, v) => l with { Description = v }),
        Field.Text<ListDefinition>("path", "Address: /davos/ or, grouped, /companies/:group/.", (l, v) => l with { Path = v }),
        Field.Map<ListDefinition>("where", "Which posts: {field: value or values}.", FieldShape.MapOf(FieldShape.WordList),
            (l, m, s) => l with { Where = ReadConditions(m, s) }),
        Field.Text<ListDefinition>("group_by", "Field whose values make one list each.", (l, v) => l with { GroupBy = v }),
        Field.Text<ListDefinition>("order", "Field, then asc or desc.", (l, v) => l with { Order = v }),
        Field.Number<ListDefinition>("paginate", "Posts on one page.", 1, 1000, (l, v) => l with { PageSize = v }),
        Field.Text<ListDefinition>("layout", "Layout of the list.", (l, v) => l with { Layout = v }),
        Field.Text<ListDefinition>("index_layout", "Layout of the page that shows the groups.", (l, v) => l with { IndexLayout = v }),
        Field.Flag<ListDefinition>("feed", "Has an RSS feed.", (l, v) => l with { Feed = v }),
    ];

    /// <summary>All keys of <c>site.yml</c>, for reading, messages and the schema.</summary>
    public static readonly IReadOnlyList<Field<SiteConfig>> Fields =
    [
        Field.Text<SiteConfig>("title", "The blog's name.", (c, v) => c with { Title = v }) with { IsRequired = true },
        Field.Text<SiteConfig>("description", "One or two sentences about the blog.", (c, v) => c with { Description = v }),
        Field.Parsed<SiteConfig, SiteAddress>("base_url", "an https:// address", "Where the site is published, with its path.",
            text => SiteAddress.TryParse(text, out var address, out _) ? address : null, AddressProblem,
            "Write it as https://name.github.io/repository/.", (c, v) => c with { Address = v }),
        Field.Parsed<SiteConfig, string>("language", "a language code", "Language of the texts and of the interface: ko, en.",
            text => IsLanguage(text) ? text : null, text => $"“{text}” is no language code.", "Write it as ko or en.",
            (c, v) => c with { Language = v }),
        Field.Parsed<SiteConfig, SiteZone>("time_zone", "a time zone", "Zone of dates that name none.",
            text => SiteZone.TryFind(text, out var zone) ? zone : null, text => $"There is no time zone “{text}”.",
            "Write it as Asia/Seoul.", (c, v) => c with { Zone = v }),
        Field.Map<SiteConfig, SiteAuthor>("author", "Who writes.", AuthorFields, c => c.Author, (c, v) => c with { Author = v }),
        Field.Text<SiteConfig>("theme", "A folder under themes/, or maru, which is in the program.", (c, v) => c with { Theme = v }),
        Field.Map<SiteConfig>("theme_options", "Options of the theme.", FieldShape.FreeMap, (c, m, _) => c with { ThemeOptions = m }),
        Field.Parsed<SiteConfig, string>("domain", "a host name", "Own domain: writes CNAME.",
            text => IsDomain(text) ? text.ToLowerInvariant() : null, text => $"“{text}” is no domain name.",
            "Write the bare name: blog.example.com.", (c, v) => c with { Domain = v }),
        Field.Map("permalinks", "Address patterns.", PermalinkFields),
        Field.Number<SiteConfig>("paginate", "Posts on one page of a list.", 1, 1000, (c, v) => c with { Paginate = v }),
        Field.Texts<SiteConfig>("taxonomies", "Front matter keys that group posts.", (c, v) => c with { Taxonomies = v }),
        Field.Rows<SiteConfig>("menu", "Links at the top: {title, url}.", MenuFields, (c, l, s) => c with { Menu = ReadMenu(l, s) }),
        Field.Map<SiteConfig, FeedConfig>("feed", "What feeds hold.", FeedFields, c => c.Feed, (c, v) => c with { Feed = v }),
        Field.Map<SiteConfig, MarkdownConfig>(
            "markdown", "How Markdown is read.", MarkdownFields, c => c.Markdown, (c, v) => c with { Markdown = v }),
        Field.Map<SiteConfig, SearchConfig>(
            "search", "The search page and its index.", SearchFields, c => c.Search, (c, v) => c with { Search = v }),
        Field.Map<SiteConfig>(
            "comments", "Comments: {provider: giscus|utterances, …}.", FieldShape.FreeMap, (c, m, _) => c with { Comments = m }),
        Field.Map<SiteConfig>("verification", "Codes of search engines: {naver, google, bing}.", FieldShape.Map(VerificationFields),
            (c, m, s) => s.Read(m, c with { Verification = m }, VerificationFields)),
        new("robots", FieldShape.WordList with { Words = "lines" }, "Lines added to robots.txt as they are.",
            (c, n, s) => ReadLines("robots", n, s) is { } l ? c with { Robots = l } : c),
        Field.Text<SiteConfig>("license", "Licence of the texts.", (c, v) => c with { License = v }),
        Field.Text<SiteConfig>("image", "Preview image of pages that have none.", (c, v) => c with { Image = v }),
        Field.Map<SiteConfig>("social", "Addresses elsewhere: {github: https://…}.", FieldShape.MapOf(FieldShape.Address),
            (c, m, s) => c with { Social = ReadSocial(m, s) }),
        Field.Map<SiteConfig, CheckSettings>(
            "check", "The rules of `sitegen check`, and what it ignores.", CheckFields, c => c.Check, (c, v) => c with { Check = v }),
        Field.Map("category_block", "The block of neighbours below a post.", BlockFields),
        Field.Map<SiteConfig, PublishConfig>(
            "publish", "Where and how `sitegen publish` publishes.", PublishFields, c => c.Publish, (c, v) => c with { Publish = v }),
        Field.Texts<SiteConfig>("params", "Front matter keys of your own, which templates read as page.params.KEY.",
            (c, v) => c with { Params = v }),
        Field.Map<SiteConfig>("lists", "Lists of your own.", FieldShape.MapOf(FieldShape.Map(ListFields)), (c, _, _) => c),
    ];

    static Message AddressProblem(string text)
    {
        _ = SiteAddress.TryParse(text, out _, out var problem);
        return $"`base_url` is no address of a site: {problem}.";
    }

    static bool IsLanguage(string text) => text.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    static bool IsDomain(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.');

    static YamlMap ReadSocial(YamlMap map, FieldScope scope) =>
        map with { Entries = [.. map.Entries.Where(entry => scope.Address(entry.Key, entry.Value, out _))] };

    static List<MenuEntry> ReadMenu(YamlList list, FieldScope scope)
    {
        const string example = "- {title: 소개, url: /about/}";
        var (menu, diagnostics) = (new List<MenuEntry>(), scope.Diagnostics);
        foreach (var item in list.Items)
        {
            if (!scope.Entry("menu", item, example, out var map))
                continue;
            var entry = scope.Read(map, new MenuEntry("", "", scope.At(item)), MenuFields);
            if (entry.Title.Length > 0 && entry.Url.Length > 0)
                menu.Add(entry);
            else if (map["title"] is null or YamlScalar { Text: "" } || map["url"] is null or YamlScalar { Text: "" })
                diagnostics.Error("config-required", "A menu entry needs `title` and `url`.", entry.Place, $"Write it as `{example}`.");
        }

        return menu;
    }

    static string[]? ReadLines(string name, YamlNode node, FieldScope scope)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return scope.List(name, node, out var list) && scope.Texts(name, list, out var lines) ? [.. lines] : null;
    }

    static List<ListDefinition> ReadLists(YamlMap map, IReadOnlyList<string> taxonomies, FieldScope scope)
    {
        var lists = new List<ListDefinition>();
        foreach (var entry in map.Entries)
        {
            if (!scope.Map(entry.Key, entry.Value, out var row))
                continue;
            var place = new SourcePlace(scope.Source, entry.KeyOffset);
            var builtIn = ListTable.BuiltIn(entry.Key, taxonomies);
            var definition = scope.Read(row, builtIn ?? new ListDefinition(entry.Key), ListFields) with { Place = place };
            if (GroupProblem(definition) is var (message, hint))
                scope.Diagnostics.Error("config-list", $"The list `{entry.Key}` {message}.", place, hint);
            else
                lists.Add(builtIn is null ? WithGroupLayouts(definition, row) : definition);
        }

        return lists;
    }

    /// <summary>A grouped list has the layouts of a taxonomy by default.</summary>
    static ListDefinition WithGroupLayouts(ListDefinition list, YamlMap row) =>
        list.GroupBy is null || list.IndexLayout is not null ? list
            : list with { IndexLayout = "taxonomy", Layout = row["layout"] is null ? "term" : list.Layout };

    /// <summary>A conflict between grouping and path, and its solution; null for none.</summary>
    static (Message Message, Message Hint)? GroupProblem(ListDefinition list)
    {
        var hasGroup = list.Path.Contains(":group");
        return (list.GroupBy is not null, hasGroup) switch
        {
            (true, _) when list.Name == ListTable.Home => ("is the home page, which can't be grouped", "Give your list another name."),
            (true, false) => ("is grouped, but its path has no `:group`", $"Write it as `path: /{list.Name}/:group/`."),
            (true, true) when !list.Path.Split('/').Contains(":group") =>
                ("has a path in which `:group` is no part of its own", $"Write it as `path: /{list.Name}/:group/`."),
            (false, true) => ("has `:group` in its path, but nothing to group by", "Add what to group by, such as `group_by: tags`."),
            _ => null,
        };
    }

    static ListCondition[] ReadConditions(YamlMap map, FieldScope scope) =>
        [.. from entry in map.Entries
            let values = scope.Texts(entry.Key, entry.Value, out var texts) ? texts : null
            where values is not null
            select new ListCondition(entry.Key, values, new SourcePlace(scope.Source, entry.KeyOffset))];
}
