"""Words by which giving back is known, and what looks like it and is not: each pattern after the reason why it stands here.

Patterns meet a sentence as `sentences` writes it (lower case, short forms written out) and are looked for at its beginning.
"""

from __future__ import annotations

import re
from typing import Final

from interview.practice.technique.asking import ASKING_WORD, INVERTED
from interview.practice.technique.feelings import ANY_FEELING, FAMILIES, UNSPECIFIC

_FEELS: Final = rf"(?:{ANY_FEELING})"
_HARD: Final = "|".join(FAMILIES[UNSPECIFIC])
_DEGREE: Final = r"(?:very |so |really |quite |such |a bit |still |just |feeling |feel |you )*"
_TOLD_OF: Final = (
    r"(?:was|were|is|are|has|have|had|did|made|left|gave|helped|stopped|worked|died|came|went|took|got|told|said|put|felt|grew"
    r"|[a-z]{3,}ed)"
)


def _one_of(*patterns: str) -> re.Pattern[str]:
    """Return one pattern that finds any of these at the beginning."""
    return re.compile("^(?:" + "|".join(patterns) + ")")


LEAD_IN: Final = re.compile(
    r"^(?:(?:and|but|yes|okay|ok|oh|well|right|hm|mm|then|ah|aha|gosh|wow|goodness|i see|thank you|thanks"
    r"|i am (?:so |very |really )?sorry(?: to hear (?:that|this|it))?(?= ,))\b[ ,:]*)+"
)
"""What may stand before it."""

STEMS: Final = _one_of(
    # how it sounds
    r"(?:it |this |that |all (?:this|that) )?(?:must |really )?(?:sounds?|seems?)(?: to me)?(?: very| really| quite| so)? "
    r"(?!good\b|fine\b|right\b|great\b|like a (?:good )?plan\b)",
    r"it (?:feels|felt|hurts|hurt)\b",
    r"it is (?:as (?:if|though)|like)\b",
    # what it must have been
    r"(?:that|this|it|which|things|those \w+|these \w+) must (?:be (?!the\b|your\b|because\b|a\b)|have|feel|leave|make)",
    r"how (?!(?:do|did|are|is|was|were|have|has|can|would|could|about)\b)[a-z]+ (?:that|this|it) must\b",
    rf"what an? {_DEGREE}{_FEELS}\b",
    # what it did to the person; "that's awful" alone is sympathy
    rf"(?!(?:that|this) is {_DEGREE}(?:{_HARD})$)(?:that|this|it|which|and that|and it) "
    rf"(?:was|is|felt|feels|has been|made you|left you|makes you|leaves you|must) {_DEGREE}{_FEELS}\b",
    r"(?:that|this|it|which) (?:made|makes|left|leaves) you\b",
    r"that is (?:a lot|so much|too much|quite a lot)\b",
    # what the trainee hears, sees or imagines of it
    r"i (?:can )?hear (?!you$|from\b|about\b)",
    r"i (?:can )?(?:only |really )?(?:see|tell|sense|imagine|feel|understand) (?:that|how|it|this|the|your"
    r"|why you (?:would|might|are|were|feel|felt|have)|you (?!can\b|will\b|should\b|next\b|on\b|again\b|in\b|soon\b|tomorrow\b"
    r"|later\b|at\b)[a-z]+)\b"
    r"(?! (?:it|now)$)",
    r"i (?:get|have|had|got) the (?:sense|feeling|impression)\b",
    r"what i (?:am |have )?(?:hear|hearing|heard|understand|understood|gather)\b",
    r"(?:so )?what you (?:are|have been) (?:saying|telling me|describing)\b",
    r"if i (?:am |have )?(?:understand|understood|hear|heard|hearing|understanding)\b",
    r"in other words\b",
    # going on in the person's own sentence
    r"(?:as if|as though|like you|because (?:you|of|nobody|nothing|it|they|he|she))\b",
    r"feeling (?!better\b|well\b)",
    r"(?:[^,: ]+ ){1,3}(?:without|with no|with nobody)\b",
    # two sides
    r"(?:a )?part of you\b",
    r"on (?:the )?one hand\b",
    # what was said, as a clause; a thing only named is a signpost
    r"you (?:are|were|have been) (?:saying|telling me)\b",
    r"you (?:have )?(?:said|told me|mentioned|described|explained)(?: earlier| before)? (?:that |how )?"
    r"(?:you|it|he|she|they|that|nothing|nobody|things|feeling|having|being)\b",
    r"you (?:have )?said (?:[^,: ]+ ){2}[^,: ]+",
    rf"you (?:have )?(?:told me|mentioned|described) (?:your|the) [^,: ]+ {_TOLD_OF}\b",
    # when, and then the person
    r"(?:since|after|before|in|at|for|from|by|last|these|now|most|some|sometimes|there)(?: (?!you\b|i\b|we\b)[^,: ]+){0,5} ,? ?"
    r"you (?:are|were|have|had|feel|felt|do not|did not|can not|could not|never|[a-z]{3,}ed)\b",
)
"""Words that begin what is given back."""

SO: Final = re.compile(
    rf"^so ,? ?(?!{ASKING_WORD}|{INVERTED}|(?:i|we|my|our|let|tell|please|next|now|first (?:i|we|let)|the (?:next|first|last|plan)|today"
    r"|thank|thanks|any|in that case|yes|no|okay|ok|far so good)\b)[^,: ]+ [^,: ]+"
)
"""A statement that begins with "so"."""

ABOUT_THE_PERSON: Final = re.compile(r"^you [^,: ]+|^your [^,: ]+ [^,: ]+")

NOT_GIVEN_BACK: Final = _one_of(
    # advice and leave
    r"you (?:should|ought|need|needed to|could(?! not)|can(?! not (?!have|take|come|stay))|will|shall)\b",
    rf"you (?:may|might)\b(?! (?:be|have been|feel|have felt) {_DEGREE}(?:feeling|feel|{_FEELS})\b)",
    r"you would(?: not)? (?:have to|be able|benefit|better|do well|need|agree|say)\b",
    rf"you must (?!(?:have |be |feel )(?:been |felt )*{_DEGREE}(?:{_FEELS}|felt|feel))",
    r"you (?:do|does|did) not (?:have|need) to\b",
    r"you (?:do not (?:worry|hesitate)|take (?:it|them|one|two)|get used)\b",
    r"you .* (?:we|i) (?:can|could|will|would|may|shall)\b",
    # praise and comfort
    r"you have (?:done|made|been very|been so|been most) (?:well|very|so|really|the right|a good|great|helpful|brave|good)\b",
    r"you are (?:very |so |really |quite |absolutely |most )*(?:welcome|right|doing|brave|safe|not alone|in (?:good|the right|safe)"
    r"|going to be (?:fine|all right|ok|okay)|strong|helpful|free|allowed|entitled|supposed|suffering from)\b",
    r"you (?:did (?:well|very well|the right|really well|a good)|look (?:well|good|great)|have (?:my))\b",
    # a diagnosis, a plan
    r"you have (?:to|got to|depression|a diagnosis|a condition)\b",
    r"your (?:doctor|results?|gp|appointment|prescription|next|treatment) (?:will|can|should|is|are|has|may)\b|your (?:turn|choice)\b",
    # signposts and fillers
    r"you (?:have )?(?:said|mentioned|told me about|spoke of|spoken|talked about)\b",
    r"you (?:know|bet)\b|you see(?: ,|$)|you (?:too|as well)$",
)
"""What is said about the person and gives nothing back."""

TALKED_AWAY: Final = _one_of(
    r"do not (?:be|feel|worry|let)\b",
    r"(?:please )?(?:try|cheer up|calm down|relax)\b",
    r"there is no (?:need|reason)\b",
    r"you are not (?!sleeping|eating|able|yourself)",
    r"nobody (?:is|will)\b",
    r"you have no reason\b",
    r"(?:everyone|everybody|most people|many people|we all) (?:feels?|gets?|has|have|is|are)\b",
    r"it will\b",
    r"at least\b",
    r"why (?:are|do|would|should) you (?:feel|be)?\b",
)
"""Comfort that talks a feeling away."""

_COMMONLY: Final = (
    r"(?:feels?|felt|gets? (?:that|this|it|like)|would|goes? through|went through|find|struggle|experience|think (?:that|this"
    r"|so)|say (?:that|this)"
    r"|tells? me|(?:has|have) (?:that|this|it|these|those|the same|such|been there|bad|hard|low)|do (?:that|this))"
)
NORMALISES: Final = re.compile(
    rf"^(?:so |very |quite )*(?:many|most|a lot of|lots of|plenty of|other|some|all) (?:people|patients|men|women|others|of us"
    rf"|parents|carers)\b"
    rf"(?: \w+){{0,5}}? {_COMMONLY}\b|^(?:everyone|everybody|anyone|anybody|we all|people|others)(?: \w+){{0,2}}? {_COMMONLY}\b"
    r"|^(?:it|that|this) (?:is|would be|can be) (?:a |an |all |very |quite |so |only |perfectly |really )*"
    r"(?:common|normal|natural|usual|understandable|human|expected|to be expected)\b"
    r"|^you are (?:certainly |really )?(?:not (?:the only one|alone)|far from alone)\b"
)
"""Says that what is felt is common."""

ABOUT_OTHERS: Final = _one_of(
    r"(?:he|she|nobody|no one|nothing|everything(?! (?:we|i|you|here|is confidential|in this|said)\b)|everyone|everybody) "
    r"(?!will\b|can\b|should\b|could\b|would\b|you (?:say|tell)\b)[^,: ]+",
    r"they (?:never|did|were|had|left|always|would not|do not|all|told|said|took|made|put|gave|[a-z]{3,}ed)\b(?! (?:need|have) to\b)",
    r"it (?:never|all|was|has been|had|came|got|went|felt|comes|goes|did not|does not|keeps|started|stopped)\b"
    r"(?! (?:nice|good|great|a pleasure|lovely|very nice|very good) )",
    r"there (?:is|was|has been) (?:no|nobody|nothing|never)\b(?! (?:hurry|need|reason|rush|problem|right|wrong|cure|doubt|shame)\b)",
    r"the [^,: ]+ (?:is|are|was|were) (?:always )?(?:the )?(?:worst|hardest|longest|best)\b",
    r"the (?!treatments? you|reason|next|plan|idea|aim)(?:[^,: ]+ )(?:(?!you\b|we\b|i\b)[^,: ]+ )?"
    r"(?:was|were|came|went|had|helped|worked|stopped|left|made|took|started|began|failed|wore|did)\b",
)
"""A plain statement about people and things of whom only the person can have told."""

FEELS: Final = re.compile(
    rf"^you (?:feel|felt|(?:are|were|have been|had been) (?:very |so |really |quite |feeling |a bit |still |just )*(?:feeling\b"
    rf"|{_FEELS}\b))"
)
"""Names what the person feels: gives back also where a question mark stands after it."""

CIVIL: Final = re.compile(
    r"^it (?:was|is) (?:very |so |really )?(?:nice|good|great|lovely|a pleasure|brave|normal|common|important|fine|okay|ok|all right)\b"
    r"|^it (?:all )?(?:depends|takes)\b"
)
"""Civilities and general truths about "it"."""

SIGNAL: Final = re.compile(
    r"^(?:(?:so|okay|ok|right|and|well|now|just) |[, ])*(?:let (?:me|us) (?:just |now |briefly |first )*(?:see|check|make sure|sum"
    r"|summari[sz]e"
    r"|recap|go (?:over|through|back over)|repeat|say back|run through|put|pull)\b"
    r"|to (?:sum|summari[sz]e|recap|put|pull|check|make sure|be sure)\b|in (?:summary|short|sum)\b|summing up\b"
    r"|(?:putting|pulling) (?:it|this|that|these|things)\b|(?:a )?(?:quick )?(?:summary|recap)\b|so far\b"
    r"|(?:here is|this is|that is) what i\b|what i (?:have )?(?:heard|understood|understand|got|gathered|gather|hear|take)\b"
    r"|if i (?:have |am )?(?:understood|understand|got|heard|get|hear|hearing)\b|from what you\b"
    r"|we have (?:now )?(?:talked about|spoken about|discussed|covered|gone through)\b"
    r"|i (?:have )?(?:heard|understood|understand|gather) (?:so far )?that\b"
    r"|(?:can|could|may|shall) (?:i|we) (?:just )?(?:sum|summari[sz]e|recap|go over|check (?:that|if|whether) i)\b"
    r"|i (?:would like|want) to (?:check|make sure|sum|summari[sz]e|go over)\b)"
)
"""Words that say that a summary comes."""
INTRODUCED: Final = re.compile(r"^(?: [^,: ]+){0,8} [,:]|^(?: [^,: ]+){0,8}$")
"""What still belongs to such words: up to the first pause, if that comes soon."""
SAID: Final = re.compile(r"\byou (?:have )?(?:also )?(?:said|told me|mentioned|described|explained|talked about|spoke of)\b")
"""Words that lead back to what was said."""
ABOUT_SOMEBODY: Final = re.compile(
    r"^(?:(?:and|but|then|now|also|that|so|later|first|first of all|after that|since then|in [a-z]+|last [a-z]+|how|because|although) )*"
    r"(?:you|your|it|he|she|they|the|this|that|there|nobody|nothing|neither|none|both|work|things|all|a|an|life|everything"
    r"|[a-z]+ (?:has|have|had|is|was|were|are|did|does|made|came|went))\b"
)
"""A clause that says something about somebody or something: one point of several."""
