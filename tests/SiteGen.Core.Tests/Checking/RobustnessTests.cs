using System.Text;
using SiteGen.Core.Checking;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Files;

namespace SiteGen.Core.Tests.Checking;

/// <summary>Folders that other programs built, or that a disk damaged, are checked to the end.</summary>
public sealed class RobustnessTests
{
    static void Check(params (string Path, byte[] Bytes)[] files)
    {
        var folder = new MemoryFiles();
        foreach (var (path, bytes) in files)
            folder.Add(path, bytes);
        SiteCheck.Run(folder, null, new CheckOptions(CheckSettings.Default), new DiagnosticBag());
    }

    [Fact]
    public void Every_beginning_of_a_page_a_feed_and_a_style_sheet_is_checked_to_the_end()
    {
        var page =
            Encoding.UTF8.GetBytes(
                "<!doctype html><html lang=ko><head><base href=\"/x/\"><title>글</title><link rel=canonical "
                    + "href='https://example.com/a%2'><meta http-equiv=refresh content='0;url=b.html'><script "
                    + "type=\"application/ld+json\">{\"@graph\":[{\"@type\":[1],\"date\":{}}]}</script></head><body "
                    + "style=\"background:url(x)\"><a href='//'>x</a><a href='http:///'><img srcset=', ,x 2x,'><h6></h6><h1>** 글 "
                    + "**</h1></body>");
        var feed = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel><item><pubDate>x</pubDate></item></channel></rss>");
        var style = Encoding.UTF8.GetBytes("@import 'a.css'; a { b: url( \"c.png\" ) url(d) url('e }");
        for (var length = 0; length <= page.Length; length++)
            Check(("index.html", page[..length]), ("rss.xml", feed[..Math.Min(length, feed.Length)]),
                ("sitemap.xml", feed[..Math.Min(length, feed.Length)]), ("a.css", style[..Math.Min(length, style.Length)]));
    }

    [Fact]
    public void Bytes_of_any_kind_under_any_name_are_checked_to_the_end()
    {
        var random = new Random(1);
        foreach (var name in (string[])["index.html", "a.xml", "sitemap.xml", "a.css", "a.json", "a.svg", "이름.HTM", "a b%20.html",
            "x/index.html"])
        {
            for (var i = 0; i < 20; i++)
            {
                var bytes = new byte[random.Next(4000)];
                random.NextBytes(bytes);
                Check((name, bytes), ("other.html", Encoding.UTF8.GetBytes("<a href='" + Encoding.UTF8.GetString(bytes) + "'>")));
            }
        }
    }

    [Fact]
    public void Deeply_nested_pages_are_checked_to_the_end()
    {
        foreach (var tag in (string[])["<div>", "<b>", "<a href='#x'>", "<ul><li>", "<table><tr><td>", "<svg><g>"])
            Check(("index.html", Encoding.UTF8.GetBytes("<!doctype html><title>깊다</title>" + string.Concat(Enumerable.Repeat(tag, 3000)))));
    }

    [Fact]
    public void Invalid_addresses_are_skipped_or_reported()
    {
        foreach (var address in (string[])["http://", "https://:80", "//", "///", "?", "#", "#%", "%", "%zz", "..", "../../..", "/..", "./",
            "a/../../b", "javascript:", "mailto:", "data:,", "C:\\x", "http://[::1", "\u0000", "tel:+82", "a:b", "/%E0%A4%A", "x#y#z"])
            Check(("index.html",
                Encoding.UTF8.GetBytes($"<!doctype html><html lang=ko><title>x</title><base href='{address}'><a href='{address}'>x</a><img "
                    + $"src='{address}' srcset='{address}'><link rel=canonical href='{address}'>")));
    }
}
