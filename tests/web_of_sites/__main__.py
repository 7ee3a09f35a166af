"""`python -m tests.web_of_sites [HOSTS]`: a web served until its input ends, for whoever measures.

Names of hosts are all its own; each answers every path with the same page of news, packed
as sites pack it. The first line printed is the port.
"""

import gzip
import sys

from tests.web_of_sites.answers import html
from tests.web_of_sites.server import Web
from tests.web_of_sites.site import Site
from tests.web_of_sites.texts import home, page, piece, pieces


def measured_page() -> bytes:
    """Return a page as large as news pages are: an article among 300 links."""
    article = page(piece(1), addition="".join(f"<p>{one.paragraphs[0]}</p>" for one in pieces(12)))
    return article.replace("</body>", home(pieces(300)) + "</body>").encode()


def main() -> None:
    hosts = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    answer = html(gzip.compress(measured_page()), Content_Encoding="gzip")
    sites = [
        Site(host=f"site-{number}.example", purpose="measuring", otherwise=answer) for number in range(hosts)
    ]
    with Web(sites) as web:
        print(web.port, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
