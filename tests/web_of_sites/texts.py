"""Articles of the test web, about places and people that do not exist, and the pages that carry them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_BEGAN = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article: `path` is where its page stands on its site."""

    path: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime


_OPENINGS = (
    (
        "افتتاح جسر وادي الزعفران بعد عامين من العمل",
        "أعلنت بلدية مدينة الزعفران افتتاح الجسر الجديد أمام المارة والسيارات.",
    ),
    (
        "ارتفاع منسوب نهر السلسبيل في الجنوب",
        "قالت هيئة المياه في إقليم السلسبيل إن منسوب النهر ارتفع مترا واحدا.",
    ),
    (
        "مدرسة قرية الكهرمان تستقبل أول تلاميذها",
        "استقبلت مدرسة قرية الكهرمان أول دفعة من التلاميذ صباح اليوم.",
    ),
    (
        "صيادو مرفأ المرجان يعودون إلى البحر",
        "عاد صيادو مرفأ المرجان إلى العمل بعد توقف دام أسبوعين بسبب العواصف.",
    ),
    ("معرض للخط في قاعة الياقوت", "افتتح معرض للخط في قاعة الياقوت بمشاركة أربعين خطاطا."),
)
_FOLLOWING = (
    "وأضاف المتحدث باسم البلدية سالم الريحاني أن العمل جرى وفق الخطة المعلنة.",
    "وذكرت وكالة أنباء الضفاف أن الأهالي تابعوا الحدث منذ ساعات الصباح الأولى.",
    "وقالت المهندسة ليلى الصفصافي إن المرحلة التالية تبدأ في الشهر المقبل.",
)


def piece(number: int, *, within: str = "/khabar") -> Piece:
    title, opening = _OPENINGS[number % len(_OPENINGS)]
    return Piece(
        path=f"{within}/{number}",
        title=f"{title} ({number})",
        paragraphs=(opening, *_FOLLOWING),
        published=_BEGAN + timedelta(hours=number),
    )


def pieces(number: int) -> tuple[Piece, ...]:
    return tuple(piece(index) for index in range(1, number + 1))


def page(of: Piece, *, head: str = "", addition: str = "") -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in (*of.paragraphs, addition) if paragraph)
    published = f'<meta property="article:published_time" content="{of.published.isoformat()}">'
    return _document(
        of.title,
        head=head + published,
        body=f"<nav><a href='/'>الرئيسية</a></nav><article><h1>{of.title}</h1>{paragraphs}</article>",
    )


def home(of: Sequence[Piece], *, head: str = "") -> str:
    links = "".join(f'<li><a href="{one.path}">{one.title}</a></li>' for one in of)
    return _document("الرئيسية", head=head, body=f"<ul>{links}</ul>")


def _document(title: str, *, head: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )
