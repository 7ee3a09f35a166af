"""Feeds written out as sites publish them, of pieces of news."""

import json
from collections.abc import Sequence
from email.utils import format_datetime
from xml.sax.saxutils import escape

from tests.web_of_sites.texts import Piece


def rss(host: str, of: Sequence[Piece], *, encoding: str = "utf-8") -> bytes:
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>http://{host}{one.path}</link>"
        f'<guid isPermaLink="false">{host}-{one.path}</guid>'
        f"<pubDate>{format_datetime(one.published)}</pubDate>"
        f"<description>{escape(one.paragraphs[0])}</description></item>"
        for one in of
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>{host}</title>'
        f"<link>http://{host}/</link><description>أخبار</description>{items}</channel></rss>"
    ).encode(encoding)


def atom(host: str, of: Sequence[Piece], *, base: str = "") -> bytes:
    """An Atom feed; with a `base` its links are relative to it."""
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title><id>tag:{host},2026:{one.path}</id>"
        f'<link rel="alternate" href="{one.path.lstrip("/") if base else f"http://{host}{one.path}"}"/>'
        f"<updated>{one.published.isoformat()}</updated><summary>{escape(one.paragraphs[0])}</summary></entry>"
        for one in of
    )
    based = f' xml:base="{base}"' if base else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"{based}>'
        f"<title>{host}</title><id>tag:{host},2026:/</id><updated>{of[0].published.isoformat()}</updated>"
        f"{entries}</feed>"
    ).encode()


def json_feed(host: str, of: Sequence[Piece]) -> bytes:
    items = [
        {
            "id": f"{host}{one.path}",
            "url": f"http://{host}{one.path}",
            "title": one.title,
            "content_text": "\n".join(one.paragraphs),
            "date_published": one.published.isoformat(),
        }
        for one in of
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": host, "items": items}
    return json.dumps(feed, ensure_ascii=False).encode()


def rdf(host: str, of: Sequence[Piece]) -> bytes:
    items = "".join(
        f'<item rdf:about="http://{host}{one.path}"><title>{escape(one.title)}</title>'
        f"<link>http://{host}{one.path}</link><dc:date>{one.published.isoformat()}</dc:date></item>"
        for one in of
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<channel rdf:about="http://{host}/"><title>{host}</title><link>http://{host}/</link></channel>'
        f"{items}</rdf:RDF>"
    ).encode()


def news_sitemap(host: str, of: Sequence[Piece]) -> bytes:
    urls = "".join(
        f"<url><loc>http://{host}{one.path}</loc><news:news><news:publication><news:name>{host}</news:name>"
        f"<news:language>ar</news:language></news:publication><news:publication_date>"
        f"{one.published.isoformat()}</news:publication_date><news:title>{escape(one.title)}</news:title>"
        "</news:news></url>"
        for one in of
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    ).encode()


def sitemap_index(host: str, paths: Sequence[str]) -> bytes:
    named = "".join(f"<sitemap><loc>http://{host}{path}</loc></sitemap>" for path in paths)
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{named}</sitemapindex>'
    ).encode()
