@testable internal import Readers
internal import Casebook
internal import Diagnostics

/// Web pages put together of elements, data and words, each byte one of a table.
struct MarkupTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    let text = bytes.prefix(200).map { Self.parts[Int($0) % Self.parts.count] }.joined()
    check { () throws(Diagnostic) in
      ReadSource(try PageReader.read(Array(text.utf8), name: "fuzz"))
    }
  }

  private static let words = """
    Oslin said on Monday there would be no truce without guarantees for the harbour of Selan. | Read
    more | Advertisement | By Ada Norin and Jon Kolm, Harbour Wire | 17 April 2031, 09:15 | Updated
    17.04.2031 | 3 min read | « Il n’y aura pas de trêve », a dit la ministre. | Das sagte die
    Ministerin am Montag. | 談話は月曜日に発表された。 | Share | © 2031 Ledger | ,  | &nbsp; | &mdash; |
    &#x26; | &bogus; | Related: three more | Photo: Jon Reed/Wire | Comments (12) | Subscribe now
    """.replacing("\n", with: " ").split(separator: " | ").map { String($0) }
  private static let markup = #"""
    <html lang="en">|<head>|</head>|<body>|<base href="http://a.example/x/">|<base href="//">
    <title>|</title>|<meta charset="latin1">|<meta property="og:title" content="No truce - Ledger">
    <meta property="og:site_name" content="Ledger">|<meta name="twitter:title" content="No truce">
    <meta name="author" content="Ada Norin">|<meta name="date" content="2031-04-17T25:61:00Z">
    <meta property="article:modified_time" content="17 April 2031">|<link rel="canonical" href="/a">
    <script>|</script>|<script type="application/ld+json">|{"@type":"NewsArticle","headline":"No
    truce","author":[{"name":"Ada Norin"},|"articleBody":"Oslin said no.","datePublished":"2031-04|{
    }|]|,|"@graph":[|<style>|</style>|<!--|-->|<![CDATA[|]]>|<noscript>|</noscript>|<template>
    </template>|<h1>|</h1>|<h2 class="title">|</h2>|<p>|</p>|<p class="byline">|<p hidden>
    <div>|</div>|<div class="article-body">|<div class="related-articles">|<div style="display:none">
    <div role="dialog" aria-modal="true">|<article>|</article>|<main>|</main>|<aside>|</aside>|<nav>
    </nav>|<header>|</header>|<footer>|</footer>|<section>|</section>|<figure>|</figure>|<figcaption>
    </figcaption>|<ul>|</ul>|<ol start="7">|</ol>|<li>|</li>|<dl>|<dt>|<dd>|<table>|</table>|<tr>|<td>
    <th colspan="9">|<blockquote>|</blockquote>|<q>|</q>|<a href="b.html">|<a href="http://[::1]:x/">
    <a href="mailto:a@b.example">|</a>|<b>|</b>|<i>|</i>|<span>|</span>|<br>|<hr>|<img alt="Oslin">
    <time datetime="2031-04-17">|</time>|<svg>|</svg>|<math>|<iframe srcdoc="<p>x">|<textarea>
    </textarea>|<select>|<option>|<pre>|</pre>|<sup>|<details>|<summary>|<ruby>|<rt>|<center>|<font>
    """#.split { $0 == "|" || $0 == "\n" }.map { String($0) }
  private static let parts = words + markup
}

/// What the converters make of a PDF: lines with their places, and the objects that links are in.
struct PDFTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    let parts = Pieces(bytes, atMost: 2)
    guard let tree = try? XMLTree.reading(parts[0], name: "fuzz") else { return }
    let layout = PDFLayout(PDFPages(tree, PDFLinks(parts[1])))
    check { () throws(Diagnostic) in
      ReadSource(
        try layout.draft.article(StatedMetadata(basis: "fuzz"), name: "fuzz", notes: layout.notes))
    }
  }
}
