"""The small words by what they do to reported speech."""

from functools import cache

import msgspec

from tawatur.lexicons.loading import load


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that do one thing for one reason."""

    forms: tuple[str, ...]


class ClauseWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Small words, one table for each thing they do; a word may stand in several tables."""

    about: str
    source: str

    accompanying: dict[str, Words]
    """Lead from somebody named to another who is with him: الوزير سالم برفقة المدير نادر."""
    adjunct: dict[str, Words]
    """Stand beside a speaker and end his name: أمس, رسميا."""
    leading: dict[str, Words]
    """Do so together with the noun they govern: خلال, بعد."""
    day: dict[str, Words]
    """Name a day by themselves: أمس, الأحد."""
    day_before: dict[str, Words]
    """Name the day before it: أول من أمس."""
    occasion_preposition: dict[str, Words]
    """Do so before an occasion of speech: في بيان."""

    many: dict[str, Words]
    """Quantify people, of whom verbs then speak in the plural: عدد, بعض."""
    masculine: dict[str, Words]
    """Name a man though they end in ة: عمدة."""
    matter: dict[str, Words]
    """Name a ministry or directorate by what it deals with: الخارجية, الجوازات."""
    report_matter: dict[str, Words]
    """Lead from what is published to its matter: ما نشر حول المنع."""
    moment: dict[str, Words]
    """Tell behind a preposition when something was said: في مطلع, في يوليو."""
    hearer: dict[str, Words]
    """Hear a speaker, behind ل, and end his name: للصحفيين."""

    news_paper: dict[str, Words]
    """Call a paper from which news is taken, each for any other: «البيان» for a report."""
    no_speaker: dict[str, Words]
    """Stand behind a verb of saying and are no speaker: نحن, كيف."""
    to_whoever: dict[str, Words]
    """Stand behind a verb for those it is said to or about, no speaker: تقول لمن."""
    topic: dict[str, Words]
    """Stand before a speaker who precedes his verb: لكن سالم أكد."""
    parting: dict[str, Words]
    """Stand between a speaker and his verb: الوزارة إذ تعلن."""
    quantity: dict[str, Words]
    """Count people: أكثر من ثلث المشاركين."""

    boundary: dict[str, Words]
    """Begin a clause of their own and end a name."""
    circumstantial: dict[str, Words]
    """Begin a clause that no content can open behind."""
    speaking_place: dict[str, Words]
    """Begin a clause about the speaker's place, behind which his content may still open."""
    turning: dict[str, Words]
    """Lead from a noun phrase that is a content back to the paper's own voice."""
    temporal: dict[str, Words]
    """Begin a clause about when something happened, in which a cue ends no content."""
    aftermath: dict[str, Words]
    """Begin an event upon which somebody spoke, behind what he said."""
    after: dict[str, Words]
    """Do so before a clause alone: بعد أن."""
    joined_negation: dict[str, Words]
    """Lead from a noun phrase that is a content on to what the speaker did not do: ولم ينشر."""
    thereby: dict[str, Words]
    """Lead from what was said to when and where: وذلك خلال مؤتمر."""
    reason: dict[str, Words]
    """Go on with what a noun tells, behind a comma: the reason, the aim."""
    adversative: dict[str, Words]
    """Turn against what precedes them: لكن."""
    attitude: dict[str, Words]
    """Say how a speaker stands to what he said: متمنيا, مقدرا."""
    relative: dict[str, Words]
    """Begin a clause about the noun before them."""
    feminine_relative: dict[str, Words]
    """Those of them that stand behind a feminine or plural noun."""
    attributive: dict[str, Words]
    """Begin such a clause behind a noun without the article: مهندس يعمل في."""
    veiling: dict[str, Words]
    """Ask, before a `veil`, that a speaker not be named: طلب عدم ذكر."""
    issued: dict[str, Words]
    """Tell behind a paper that somebody gave it out: توجيه صادر عن."""
    utterance: dict[str, Words]
    """Name what somebody answers with: رد بكلمة واحدة."""
    veil: dict[str, Words]
    """End such a request: اسمه, هويتها."""
    nameless: dict[str, Words]
    """Say behind a negation that a speaker is not named: لم تسمه."""
    thing: dict[str, Words]
    """Stand for what was said: ما, لما."""

    connective: dict[str, Words]
    """Join a cue to what precedes it: حيث, من جانبه."""
    auxiliary: dict[str, Words]
    """Stand before a verb inside a clause as well: قد, كان."""
    turn_preposition: dict[str, Words]
    """Stand before a connective that is a noun: من جانبه, في المقابل."""
    negation: dict[str, Words]
    """Deny that anything was said."""
    subjunctive: dict[str, Words]
    """Make the present tense a plan."""
    noun_governor: dict[str, Words]
    """Make a noun of a word that could be a verb in the past."""

    complementizer: dict[str, Words]
    """Open a content: أن, بأنه."""
    consequence: dict[str, Words]
    """Open what holds according to a source named first: بحسب الهيئة فإن."""
    governor: dict[str, Words]
    """Take a clause with أن that is no content: بعد أن, يمكن أن."""
    content_preposition: dict[str, Words]
    """May introduce a content as words of their own."""
    straying: dict[str, Words]
    """Introduce a content though the verb does not govern them: أشاد سالم على الدور."""
    asked_from: dict[str, Words]
    """Names behind a request those who are asked: «طلب من الموظفين الحضور»."""
    regarded: dict[str, Words]
    """Points to what a speaker calls something: «اعتبر الوزير ذلك نجاحا»."""
    blame: dict[str, Words]
    """What a speaker lays on somebody: «حملت الحكومة المهربين المسؤولية»."""
    bare_clause: dict[str, Words]
    """Begin a content that nothing introduces."""
    on_behalf: dict[str, Words]
    """Tell behind a spokesman for whom he speaks: المتحدث باسمها."""
    spokesman: dict[str, Words]
    """Speak for another; whoever else speaks «باسمه» speaks for himself."""
    demonstrative: dict[str, Words]
    """Begin a content behind a fused preposition."""

    preposition: dict[str, Words]
    """Govern a noun, which then cannot be the subject."""
    addressing: dict[str, Words]
    """Stand before the outlet that is told something."""
    bringing: dict[str, Words]
    """Tell how a paper came to an outlet: حصلت عليها، نشرتها."""
    figures: dict[str, Words]
    """What one body passes on of another's: «معتمدة على بيانات الوزارة»."""
    summing_up: dict[str, Words]
    """Take up a whole statement, to tell when or why it was made: وذلك."""
    carrying: dict[str, Words]
    """Stand between a carrier and the source it quotes."""
    source_link: dict[str, Words]
    """Lead from an outlet that learnt something to whom it learnt it from: علمت الغد من."""
    leading_on: dict[str, Words]
    """Lead from a carrier's name on to its source: عن."""
    report: dict[str, Words]
    """Stand for the outlet whose report was named before: ذكر التقرير."""
    ascribing: dict[str, Words]
    """Do so behind a verb of ascribing: نسبت إلى."""
    about_him: dict[str, Words]
    """Say so of a source named before: نقلت عنه."""
    saying_of: dict[str, Words]
    """Stand in construct before the source of what a carrier quotes."""

    himself: dict[str, Words]
    """Say again who does something, named before: أعلن هو الآخر."""
    in_paper: dict[str, Words]
    """Tell that something is said in a paper or speech just named: بيان أكدت فيه."""
    once: dict[str, Words]
    """Say of somebody that he spoke before: «سبق للوزير أن قال»."""
    paper: dict[str, Words]
    """Refer to a paper just named: تطالب فيه."""
    pointing_back: dict[str, Words]
    """Stand for the sentence before: كشف ذلك."""
    agency_matter: dict[str, Words]
    """Show behind وكالة that no press agency is meant: وكالة الطاقة."""
    partitive: dict[str, Words]
    """Stand before those they are part of."""
    partitive_pronoun: dict[str, Words]
    """Tell behind a quantity of whom it is: كثير منهم."""
    latest: dict[str, Words]
    """Stand before a noun and say which of its sort is meant: آخر الأرقام, أكبر شركة, ثالث مصنع."""
    event: dict[str, Words]
    """Make an event of a masdar that has no clause: بعد اتهامه."""
    giving: dict[str, Words]
    """Have for their object what somebody says: قدمت تطمينات."""
    refusing: dict[str, Words]
    """Refuse something, so that the pretext behind it is what was answered: رفضت ... بحجة أن."""
    gist: dict[str, Words]
    """Tell what a paper or a word amounts to: رسالة مفادها أن."""
    happening: dict[str, Words]
    """Say of the noun behind them that it was done, by nobody named: تم إعلانها."""
    performing: dict[str, Words]
    """Make a verb of the noun that ب joins to them: قام بتوجيه."""
    same: dict[str, Words]
    """Say that a speaker is the one named before."""
    name_part: dict[str, Words]
    """Show that a name goes on."""
    own_account: dict[str, Words]
    """What somebody publishes in himself on a platform, so that it carries nothing to him: حسابه."""
    broadcaster: dict[str, Words]
    """Name what may be an outlet, and is one where somebody speaks to it: حوار مع شبكة."""
    station: dict[str, Words]
    """Name, with whose it is, a station that needs no other name: التلفزيون الرسمي."""
    posting: dict[str, Words]
    """Stand between a speaker and the platform that carries his word: على إكس."""
    doubtful_name: dict[str, Words]
    """Are given names that are adjectives behind a noun without the article: مسؤول تركي."""
    being: dict[str, Words]
    """Begin a description behind a name: سالم، وهو طبيب، أن."""
    correspondent: dict[str, Words]
    """Work for an outlet, which is part of their description: مراسل لرويترز."""
    theophoric: dict[str, Words]
    """Make a name with «الله»: ضيف الله."""
    governing: dict[str, Words]
    """Govern a noun with «على» inside a description: المشرف على."""
    kin: dict[str, Words]
    """Describe somebody by another, who may be named in his stead: والدة سالم."""
    locative: dict[str, Words]
    """Stand with ب inside a name: بمنطقة."""
    in_the_name: dict[str, Words]
    """Stand between a speaker's office and those he speaks for: باسم."""
    document_matter: dict[str, Words]
    """Lead from a paper to what it is about or where it comes from: دراسة حول."""
    office_matter: dict[str, Words]
    """Lead from an office to what it is over: المشرف على."""
    role_whole: dict[str, Words]
    """Lead from people to those they are among: ناشطون من."""
    leading_hand: dict[str, Words]
    """Say behind ب under whom somebody acts: برئاسة."""
    office_purpose: dict[str, Words]
    """Say behind ل or ب what an office or body is for: لكرة القدم."""
    named_body: dict[str, Words]
    """Stand before a name that is a body's: نادي, شركة."""
    generic_person: dict[str, Words]
    """Take up a person whom the text has named: المسؤول, الرجل."""
    contrasting: dict[str, Words]
    """Turn to another main clause, whose verb follows: فيما."""
    crowd: dict[str, Words]
    """Broken plurals of people."""
    broken_plural: dict[str, Words]
    """Broken plurals of things, which take a feminine verb."""
    praise: dict[str, Words]
    """Follow the name of God: «الله العلي القدير»."""
    pious: dict[str, Words]
    """Name whom scripture quotes."""
    blessing: dict[str, Words]
    """End the blessing behind his name: صلى الله عليه وسلم."""
    striking: dict[str, Words]
    """Tell behind لفت that something struck somebody, whom nobody told: لفت انتباهي."""
    link_line: dict[str, Words]
    """Begin a line that repeats the title with its address, which nobody says: رابط الخبر."""
    about_what: dict[str, Words]
    """Tell of a thing that a clause describes: عما."""
    adverb_particle: dict[str, Words]
    """Make an adverb of the preposition before them, which opens no content: عن طريق."""
    addressed: dict[str, Words]
    """Say behind ب that everybody is asked: بالجميع."""
    titled: dict[str, Words]
    """Name what bears a title in quotation marks."""
    closeness: dict[str, Words]
    """Tell whom an unnamed voice is near to: مصدر قريب من."""
    thus: dict[str, Words]
    """Point back to words quoted before: هكذا قال."""
    outcome: dict[str, Words]
    """Lead to what the text itself concludes: ما يشير إلى أن."""
    clause_opener: dict[str, Words]
    """Begin a clause behind a complete speaker: قال الهادي لقد."""
    feast: dict[str, Words]
    """Tell «بعيد الفطر» from «بعيد وصوله»."""
    publication: dict[str, Words]
    """Outlets publish: خبر, مقطع."""
    denied: dict[str, Words]
    """Are denied more often than they speak: نفت الشركة الاتهامات."""
    any: dict[str, Words]
    """Open what is denied: نفى أي تورط."""
    gratitude: dict[str, Words]
    """Are expressed by «مقدما», «رافعا»: شكره, التهاني."""
    need: dict[str, Words]
    """Name what a thing pointed out needs, not the thing: نوه بضرورة."""
    wished: dict[str, Words]
    """Name what is prayed for: دعا لهم بالشفاء."""
    thanks: dict[str, Words]
    """Tell, of what is given with words, thanks and apologies: قدم شكره."""
    wanted: dict[str, Words]
    """Are asked of somebody: السماح, الحضور."""


@cache
def clause_words() -> ClauseWords:
    """Return the bundled small words."""
    return load("clause_words", ClauseWords)
