"""Whether a sentence asks something, with a question mark or without, and whether it leaves the answer open.

Open by function, not by grammar: "can you tell me about" is open though it could be answered with yes, and "tell me how long" is closed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from interview.practice.technique.sentences import Sentence

AUXILIARY: Final = "do|does|did|have|has|had|are|is|was|were|am|can|could|will|would|should|shall|may|might|must"
PERSON: Final = "you|i|we|he|she|it|they|that|this|there"
SUBJECT: Final = (
    rf"(?:{PERSON}|your|the|these|those|any|anyone|anybody|anything|someone|somebody|something|everyone|everybody|everything|things|"
    r"life|people|nobody|nothing|others|his|her|their|my|our|either|both|all|some|a|an)\b"
)
INVERTED: Final = rf"(?:{AUXILIARY})(?: not)? (?:ever )?{SUBJECT}"
"""An auxiliary before its subject: a question, also without its mark."""
TAG: Final = re.compile(rf"[ ,](?:{AUXILIARY})(?: not)? (?:{PERSON})(?: not)?(?= ,|$)")
"""A small question at the end of a statement, or before the next pause."""
ASKING_WORD: Final = r"(?:how|what|when|where|which|who|whom|whose|why)\b"

_LEAD_IN = re.compile(
    r"^(?:(?:so|and|but|okay|ok|alright|all right|well|now|then|also|oh|hello|hi|hey|please|yes|yeah|great|good|thanks|thank you|fine|sure|"
    r"take (?:all )?(?:your|the) time(?: you need)?(?= (?:,|:|and))|(?:when|whenever|if) you (?:are ready|like|want|can)(?= ,)|"
    r"just|actually|first|firstly|next|finally|lastly|again|good (?:morning|afternoon|evening)|i mean|right(?= ,)|no(?= ,)|"
    r"(?:in other words|for example|or)(?= ))\b[ ,:]*)+"
)
"""Words that stand before what is said and change nothing about what is asked."""

_TELLING = (
    r"(?:tell|describe|explain|say|share|talk|speak|walk|give|take (?:me|us)|guide (?:me|us)|help|expand|elaborate|list|show"
    r"|recall|remember|go|think back|put|sum|(?:start|begin) (?:off )?(?:by (?:telling|describing|saying|explaining)|with))"
)
_FRAME = re.compile(
    rf"^(?:(?:is there any chance |do you think |perhaps |maybe )?(?!would you say (?!a\b|some|more)|would you describe (?:yourself"
    rf"|it|that|this|your [^ ]+) as\b)(?:can|could|will|would|may"
    rf"|might) you (?:possibly |please |just |perhaps |maybe )*{_TELLING}\b"
    r"|(?:perhaps|maybe) you (?:can|could|would|might) (?:tell|describe|explain|say|start|begin)\b(?: by (?:telling|describing"
    r"|saying|explaining))?"
    r"|i (?:do|am|did) not (?:quite |really |fully |yet |entirely )*(?:understand|know|see|follow|sure|get)(?= (?:how|what|why|about)\b)"
    r"|(?:would|do) you mind (?:if i (?:ask|asked)|me asking|telling|describing|saying|explaining|sharing|talking)\b"
    r"|(?:would|do) you (?:like|want|wish|care) to (?:tell|say|talk|share|explain|describe)\b"
    r"|(?:are|would) you (?:be )?(?:able|willing|happy|ready|prepared|comfortable) (?:to (?:tell|say|talk|share|explain|describe)"
    r"|telling|talking)\b"
    r"|(?:tell|describe|explain|elaborate|expand|list|spell|rate|walk (?:me|us)|talk (?:me|us)|help (?:me|us)|give (?:me|us)"
    r"|think back|show me)\b"
    r"|(?:say|go) (?:(?:a |some )?(?:bit|little|something)? ?more|on|ahead)\b|(?:carry|keep) (?:on|going)\b|continue\b"
    r"|take me (?:through|back)\b"
    r"|i (?:would |do |really |very much |also |still )*(?:like|love|want|need|have|wish|hope|am keen|am interested|be interested"
    r"|be keen) (?:for you |you )?(?:to|in) "
    r"(?:hear(?:ing)?|know(?:ing)?|understand(?:ing)?|learn(?:ing)?|ask|talk|speak|explore|find out|tell|describe|explain|say)\b"
    r"|(?:i would be (?:very )?grateful|i would appreciate it|it would (?:help|be (?:helpful|good"
    r"|useful)))(?: me)? if you (?:could |would |can )?"
    r"(?:tell|told|describe|described|explain|explained|share|shared|say|said|talk|talked)\b"
    r"|i (?:want|would like|need) to (?:make sure|be sure|check)(?: that)? i (?:really )?understand(?= (?:how|what|why|about)\b)"
    r"|it would (?:help|be (?:helpful|good|useful|interesting))(?: me)? to (?:hear|know|understand|learn)\b"
    r"|i (?:am|was|have been|do)? ?(?:also |just |still )*(?:wonder|wondering|curious|interested)\b"
    r"|let (?:us|me) (?:now |first )?(?:talk|speak|hear|start|begin|look|turn|ask|explore|go back|come back|think)\b"
    r"|(?:can|could|may|might|shall) (?:i|we) (?:just |also |now |please )*(?:ask|talk|speak|know|hear|go back|come back|return"
    r"|turn|explore|look|discuss|(?:go|run) (?:over|through))\b"
    r"|do you (?:happen to )?(?:know|remember|recall|have any idea|have an idea|have a sense)(?= (?:of )?(?:what|why|how|when|which"
    r"|who|where|if|whether)\b))"
)
"""Ways to ask without asking: what follows them decides whether it is open."""
_CHANCE = re.compile(r"^is there any (?:chance|way) (you|i|we) (?:could|can|might|would) ")
SECOND_QUESTION: Final = re.compile(
    rf" (?:and|but) (?:(?:then|also|if so|if not|if yes)\b[ ,]*)*(?P<second>(?:(?:for|at|to|with|since|on|in|from|by) )?"
    rf"(?:how|what|when|where|which|who|why)\b(?! (?:not|ever)\b)|(?:{AUXILIARY})(?: not)? "
    r"(?:you|i|we|he|she|it|they|that|this|there|your|the|any[a-z]*|things|people|someone)\b)"
    r"|\bif (?:so|yes)[ ,]*(?P<after_yes>how|what|when|where|which|who|why)\b"
)
"""A second question in the same sentence."""
_PADDING = re.compile(
    r"^(?:(?:to|me|us|you|please|just|briefly|a|an|bit|few|little|some|something|again|back|perhaps|with|by|in your own words"
    r"|if you can|if you could|this)\b[ ,:]*)+"
)
_ANNOUNCED = re.compile(
    r"^(?:(?:you|some|a few|several|a couple of|more|other) )*questions?\b|^(?:at|into|after) (?:this|that|it)\b|^you (?:that"
    r"|why i)\b|^if (?:you (?:want|need|would like|wish|prefer)|it (?:gets|becomes|is too|is not))\b"
)
"""After such a frame: only said that something will be asked."""
_NEVER_ALONE = re.compile(
    r"(?:wonder|wondering|curious|interested|ask|know|hear|understand|talk|speak|start|begin|look|learn|think|help me|help us"
    r"|to tell|to say)$"
)
"""Frames that ask nothing where nothing follows."""

FELT: Final = (
    "angry|furious|upset|guilty|ashamed|disappointed|hurt|frightened|scared|lonely|bitter|jealous|betrayed|devastated"
    "|relieved|grateful|happy|proud"
)
"""Feelings that "how ... were you" takes for granted."""
_NARROW_HOW = (
    "many|much|long|often|old|far|soon|late|early|big|heavy|tall|bad|severe|strong|likely|sure|certain|confident|important|frequent"
    "|frequently|"
    "regularly|quickly|fast|close|recent|recently|high|low|hard|deep|serious|intense|difficult|upset|tired|anxious|depressed|sad"
    f"|{FELT}"
)
_SHORT_FACTS = (
    "name|names|age|dose|doses|dosage|strength|time|date|day|year|month|number|address|weight|height|birthday|occupation|job title"
    "|phone number|"
    "surname|first name|full name|date of birth|marital status|percentage|nationality|postcode"
)
_NARROW = re.compile(
    rf"^(?:(?:for|at|to|from|since|in|on|of|until|by|with|after|before|up to|over|within|during|around|under) )?(?:exactly "
    rf"|roughly |about (?=how))?"
    rf"(?:how (?:{_NARROW_HOW})\b|when\b|where\b|which\b|who\b|whom\b|whose\b"
    rf"|what (?:extent|degree|proportion)\b|what is the (?:longest|shortest|most|least|highest|lowest|biggest|earliest|latest)\b"
    rf"|what (?:should|shall|can|may|do) (?:i|we|people|you) (?:call|like to be called|go by)\b"
    rf"|what (?:(?:was|is|were|are) )?(?:the |your |his |her )?(?:usual |current |highest |lowest |last |present |full |exact "
    rf"|daily |maximum )*(?:{_SHORT_FACTS})\b(?! (?:of year|like|off)\b)|whether\b|if\b)"
)
_IN_WHICH_WAY = re.compile(r"^(?:in )?which ways?\b")
_A_SHORT_FACT = re.compile(rf"^(?:your |the |his |her )?(?:full |exact |current |highest |usual )*(?:{_SHORT_FACTS})\b")
_A_SCALE = re.compile(r"\b(?:scale (?:of|from)|out of (?:10|100|ten)|from (?:0|zero|1|one) to (?:10|100|ten))\b|^rate\b")
_CHOICE = re.compile(rf"[,:] (?:(?!{ASKING_WORD}|{INVERTED}|when\b|if\b)[^,: ]+ ){{1,5}}(?:, )?or (?:[^,: ]+ ?){{1,4}}$")
"""At the end of a question: what to choose from."""

_UNMARKED = re.compile(
    rf"^(?:(?:for|at|to|from|since|in|on|of|until|with|about) )?(?:(?:how|what|which|whose|who)(?: (?!(?:{PERSON}|a"
    rf"|an)\b)[^,: ]+){{0,4}}? (?:{AUXILIARY})\b"
    rf"|(?:how|what|when|where|who|why|which) (?:{AUXILIARY})\b|what (?:makes|made|brings|brought|happens|happened|helps|helped"
    rf"|worries|keeps|kept|changed|causes|caused|led|else|about|gives|gave|goes|went)\b"
    rf"|how (?:about|come)\b|why not\b|{INVERTED}|ever (?:been|had|felt|thought|tried|taken|used)\b|any (?:thoughts|trouble"
    rf"|problems|history|side|other|pain|allergies|changes|family|plans|ideas)\b)"
)
_SUBORDINATE = re.compile(
    rf"^(?:when(?! (?:{AUXILIARY})\b)|whenever|if|before|after|since|while|as|although|because|given|during|once|until|for|in|on|at"
    rf"|with|from|apart|besides|i have to|i need to|i must)\b"
)
_OPEN_FRAGMENT = re.compile(
    r"^where (?:shall|should|would|do|can|may) (?:we|you|i)(?: (?:like|want|wish|prefer))?(?: to)? (?:begin|start)$"
    r"|^(?:what|how) about\b|^how come\b|^any idea (?:why|how|what)\b|^why not\b|^what else\b|^(?:such as|meaning|because|as in"
    r"|like what|in what sense)$"
)
_ABOUT_THAT = re.compile(r"^and (?:(?:your|the|his|her|their|with your|at|in) )?(?:[^,: ]+ ?){1,3}$")
"""A short "and your sleep?": asks after it without more."""


_TOPIC_ALONE = re.compile(
    r"^(?:your )?(?:sleep|sleeping|mood|appetite|eating|energy|concentration|memory|anxiety|worry|work|family|friends|alcohol"
    r"|drinking|drugs|smoking"
    r"|medication|medicines|side effects|pain|money|home|weight|exercise|diet|allergies)$"
)
"""A topic's name with a question mark: asks after it without more."""
_SHORT = re.compile(
    r"^(?:(?:in|since|for|at|to|by) )?(?:why(?: [^,: ]+){0,2}|how(?: so| come| (?:long|many|much|often|old|far"
    r"|bad)(?: [^,: ]+){0,3})|when|where|who|what"
    r"|what (?:dose|doses|way|ways|kind|sort|time|else|for|then)(?: [^,: ]+){0,2}|which (?:one|ones|of|medicine|medicines|tablet"
    r"|tablets|drug|treatment|dose|way)(?: [^,: ]+){0,4}"
    r"|any(?! (?:time|day|one|way|moment)\b)(?: [^,: ]+){1,4})$"
)
"""A whole turn so short that it can only ask."""
_WHOLE_TOPIC = re.compile(r"^(?:let|can we|could we|shall we|take|walk|talk)\b")
"""Frames that turn to something as a whole: what follows narrows nothing."""


class Asked(NamedTuple):
    """What a sentence asks."""

    clause: str
    """The part that asks, without what leads into it."""
    before: str
    """What stands before it in the same sentence, as a rule a statement."""
    open: bool
    framed: bool
    """Whether it has a question's form, and is not a statement with a question mark."""


def without_lead_in(text: str) -> str:
    """Return a sentence without the words that only lead into it."""
    return _LEAD_IN.sub("", text) or text


def asked_in(sentence: Sentence) -> Asked | None:
    """Return what a sentence asks, or None where it asks nothing."""
    for before, clause in _from_each_pause(sentence.text):
        bare = without_lead_in(clause)
        if before and TAG.match(f" {bare}"):
            continue
        formed = _as_frame(bare)
        if formed is not None or _has_form(bare, sentence.marked, not before):
            return Asked(bare, before, _last_open(bare, _open(bare) if formed is None else formed), True)
    if not sentence.marked:
        return None
    bare = without_lead_in(sentence.text)
    return Asked(bare, "", bool(_ABOUT_THAT.match(sentence.text) or _OPEN_FRAGMENT.match(bare) or _TOPIC_ALONE.match(bare)), False)


def _from_each_pause(text: str) -> list[tuple[str, str]]:
    """Return what stands before and after each pause, the whole first; what stands in the middle of a question is none of its own."""
    cuts = [(text[: pause.start()], text[pause.end() :]) for pause in re.finditer(r" [,:] (?:and |but |so |or )?", text)]
    bare = without_lead_in(text)
    later = cuts if _SUBORDINATE.match(bare) or not re.match(ASKING_WORD, bare) else []
    first = [("", text)]
    return [*later, *first] if _SUBORDINATE.match(bare) and later else [*first, *later]


def _as_frame(text: str) -> bool | None:
    """Return whether something asked by a frame is open; None where there is no frame, or it asks nothing."""
    text = _CHANCE.sub(r"could \1 ", text)
    frame = _FRAME.match(text)
    if frame is None:
        return None
    rest = _PADDING.sub("", text[frame.end() :].strip(" ,:"))
    if not rest:
        return None if _NEVER_ALONE.search(frame.group()) else True
    if _ANNOUNCED.match(rest):
        return None
    if _WHOLE_TOPIC.match(text):
        return True
    return _open(rest) and not _A_SHORT_FACT.match(rest) and not _A_SCALE.search(text)


def _has_form(text: str, marked: bool, whole: bool) -> bool:
    """Tell whether a clause has the form of a question of its own."""
    if re.match(r"what (?:you|i) (?:are|am|have)? ?(?:saying|telling|hear|hearing|heard|understood)\b", text):
        return False
    if _UNMARKED.match(text) or (whole and _SHORT.match(text)):
        return True
    return marked and whole and bool(re.match(rf"(?:[a-z]+ )?{ASKING_WORD}|(?:{AUXILIARY})\b", text))


def _last_open(text: str, first: bool) -> bool:
    """Return whether the second of two questions in a clause is open; where there is one only, whether that is."""
    second = SECOND_QUESTION.search(text)
    return first if second is None else _open(text[second.start(second.lastgroup or 0) :])


def _open(text: str) -> bool:
    """Tell whether what is asked leaves the answer to the person."""
    if _OPEN_FRAGMENT.match(text) or _IN_WHICH_WAY.match(text):
        return True
    if _NARROW.match(text) or _A_SCALE.search(text) or _CHOICE.search(text):
        return False
    return not re.match(rf"(?:{AUXILIARY})\b|any\b|ever\b|no\b|never\b|not\b", text)
