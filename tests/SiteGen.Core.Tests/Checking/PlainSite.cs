namespace SiteGen.Core.Tests.Checking;

/// <summary>A site with a theme so plain that a check of it says nothing.</summary>
static class PlainSite
{
    public const string Text = """
        -- content/site.yml --
        title: 시험
        description: 시험하는 블로그
        base_url: https://example.com/blog/
        theme: plain
        search: {enabled: false}
        -- themes/plain/theme.yml --
        name: plain
        -- themes/plain/i18n/ko.yml --
        posts: 글
        -- themes/plain/layouts/base.sbn-html --
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <title>{{ page.title }} | {{ site.title }}</title>
        {{~ if page.description ?? site.description ~}}
        <meta name="description" content="{{ page.description ?? site.description }}">
        {{~ end ~}}
        {{~ if page.robots ~}}
        <meta name="robots" content="{{ page.robots }}">
        {{~ end ~}}
        {{~ if page.image_permalink ~}}
        <meta property="og:image" content="{{ page.image_permalink }}">
        {{~ end ~}}
        </head>
        <body>
        {{~ for entry in site.menu ~}}
        <a href="{{ entry.url }}">{{ entry.title }}</a>
        {{~ end ~}}
        {{~ for path in ["/", "/archives/", "/archives/2025/", "/archives/2025/01/", "/tags/", "/categories/", "/people/"] ~}}
        {{~ if path == "/" || (path | string.starts_with "/archives/") || site.taxonomies.size != 0 ~}}
        <a href="{{ url path }}">{{ path }}</a>
        {{~ end ~}}
        {{~ end ~}}
        {{ content }}
        </body>
        </html>
        -- themes/plain/layouts/post.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>{{ page.content }}
        -- themes/plain/layouts/list.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ page.title }}</h1>{{
        for p in paginator.pages }}<p><a href="{{ p.url }}">{{ p.title }}</a> {{ date_format p.date }}</p>{{ end }}{{
        for pager in paginator.pagers }}<a href="{{ pager.url }}">{{ pager.number }}</a>{{ end }}
        -- themes/plain/layouts/taxonomy.sbn-html --
        ---
        layout: base
        ---
        <h1>{{ taxonomy.title }}</h1>{{ for t in taxonomy.terms }}<a href="{{ t.url }}">{{ t.name }}</a>{{ end }}
        """;
}
