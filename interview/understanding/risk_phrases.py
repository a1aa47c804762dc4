"""Phrases of suicide, self-harm and harm to others, as patterns over folded text: our own list, with inflections.

In a pattern "…" stands for up to three words between, "*" for any ending of a word, "(a|b)" for either, "(?! …)" for what makes
it an ordinary phrase.
"""

from __future__ import annotations

from typing import Final

PHRASES: Final = """
(cut|cuts|cutting|burn*|scratch*|carv*|slic*|scar*|marks) … (my|his|her|their|both|the) … (wrists?|arms?|legs?|thighs?|veins?|skin|\
forearms?|stomach)
(slit*|slash*) (my|his|her|their|the) … (wrists?|throats?|arms?)
cutting(?! (down|back|out|off|edge|the|my (dose|hours|hair|dosage|medic|coffee|grass)|hair|hedge|grass|corners|costs|carbs|sugar|\
board|through|it fine|short|up|and (sewing|pasting)))
(i|i've|used to|been|started to|want to|wanted to|urge to|urges to|started|had to|need to) cut (when|again|as a (teen|kid|child|\
student)|to (feel|cope|calm|punish)|at night|because|most)
(i|to|again|on purpose) cut$
(bang*|hit|hits|hitting|smash*|punch*|beat*) … (my|his|her) (head|face|fists?) (against|into|on (the |a )?(wall|walls|floor|table|\
door frame)|off|until)
(punch*|hit|hitting) (the |a )?walls?
pick* … until … (bleed*|bled|blood)
(take|took|taking|taken|swallow*) … all (my|the|of (my|the|them|it|those|these))(?!( [\\w']+){0,5} (prescribed|directed|instructed|\
told|should|on time|regularly|correctly|properly|exactly|every (day|morning|night|evening)|advice|courage|energy|strength|time|\
classes|credit|tests|blame))
(take|took|taking|taken|swallow*|neck|necked) … (too many|(a|the) whole|a bottle|the lot|lots of (pills|tablets)|a load of|loads of|\
a handful|handfuls|a pack|packs|a packet|packets|a box|boxes|them all|all of them|everything in)
(took|taken|swallow*|necked) … (\\d\\d|twenty|thirty|forty|fifty|sixty|hundred) (paracetamol|tylenol|aspirin|ibuprofen|pills|tablets|\
sleeping)
(swallow*|drank|drink*) … (bleach|batteries|petrol|pills|tablets)
(stockpil*|hoard*|stash*|save up|saved up|saving up|put by|collected|collecting|been keeping) … (pill*|tablet*|medic*|meds|insulin|them)
(found|caught|sat|sitting|stood|standing|star*|look*|count*|line*|laid|held|holding) … (pills|tablets|bottle of|rope|belt) … (hand|\
hands|lap|mouth|neck|table|out|in front)
(count|counted|counting|lined up|laid out|staring at|stared at|holding) … (the|my|all) (pills|tablets|knife|blades?)
(pills|tablets|bottle|blades?|belt|rope|cord|wire|scarf|bag) … (in my hand|in my mouth|to my (wrist|throat|neck|arm|skin)|\
round my neck|around my neck|round his neck|around his neck|round her neck|around her neck|over my head|over his head|over her head)
(?<!skipping )(?<!jump )rope(?! (course|climb|ladder|swing|access|jump|bridge))
(?<!shoulder )(blade|blades)
how many (pills|tablets|paracetamol|insulin) … (take|need|enough|kill)
(end|ends|ending) (it all|things|everything|it)(?! with)
(nearly|almost|should have|could have|i|i'd|i've|tried|he|she) ended (it all|things|everything|it(?= (all|then|there|that|last|in|\
with|by)|$))(?! with)
(end|ends|ended|ending|quit|quitting|leave|leaving) … (my|this|his|her|their|your|own) … (life|live|lives|existence)(?! (story|\
insurance|savings|in my own hands|coach|expectancy))
(?<!drinking )(?<!work )(take|takes|took|taking|taken) (my|his|her|their|your|our) (own )?(life|lives)(?! (over|apart|back|away from|\
in my|seriously|story))
end of (my (life|days|own life)|it all|me\\b)
(out|way out|checking out|check out|opt out|exit) of (this|my|the|here|it) ?(life|world|all|forever|for good)
(leave|leaving|left|quit|exit*|gone from|off) (this|the) (world|earth|planet|life)
final (exit|way out|solution)
(a|the|an) (easy |only |last |quick )?way out
finish (it|things)(?= (all|now|for good|off|myself)|$|[.;!?])
(do|doing|did|done) (away with|something (stupid|silly|drastic)|anything (stupid|silly|drastic))
(do|doing|did|done) (it|something|anything|things) to (myself|himself|herself|themselves|me)
(do|doing|did) (myself|himself|herself|themselves) in
(to|would|will|might|could|can|can't|may|let me|just|should|must|not|rather|people|he|she|they|we|you|of|and|or|gonna|simply|who|\
never|how|i'd|better|finally|soon) die(?! (my|her|his|it|the) )
i die(?= |$)(?! (my|it|the))
i (want|wish) (it|this|everything|them|life)( all)? (to|would) (just )?(stop|end|be over|finish)
die (in my|now|soon|tonight|today|tomorrow|alone|young|and|or|quietly|peacefully|already|instead|by|if|rather|please)
(^|[.!?] )die$
(want*|wish*|long*|hope*|hoping|ready|prefer*|crav*|welcom*|long for|invit*) … (die|died|dying|death|dead)(?! (my|his|her) hair)
(rather|pray*|like|love) … (die|died|dying|death|dead)
(plan*|try|tried|trying|deserve*|need*|beg|begs|begged|begging) \
((?!(?:and|but|when|after|before|since|until|because|he|she|they|who) )[\\w']+ ){0,3}?\
(die|died|dying|death|dead)
(if|when|once|until|before) i (died|die|were dead|was dead|'m dead|am dead)
(want*|wish*|rather|like|love) … (gone|never been born|not been born|weren't born|wasn't born)
(be|being|am|was|were|better|rather|already|half|i'm) … dead(?! (tired|beat|end|on|set|easy|right|sure|serious|against|weight|line|\
keen|good|boring|slow|busy))
(about|of|being|feel|feeling|envy|join*|with|among) … the dead
(thoughts?|thinking|dream*|ideas?|think|thinks|thought|fantas*|obsess*|preoccup*|imagin*|pictur*|contemplat*|consider*|vision*|urges?|\
impuls*|images?) … (about|of|on|with|to|around) … (death|dying|ending|dead|die|harm*|hurt*|jump*|drown*|hang*|not being here|pills|\
blood|my (own )?funeral|step*|swerv*|crash*|driving (into|off)|overdos*|self)
(thinking|think|thoughts?|thought|consider*|contemplat*|imagin*) … (death|dying)
(death|dying) … (comfort*|relief|release|peace*|welcome|escape|solution|answer|better|nice|beautiful|rest|free*)
(dark|darkest|black|bad|morbid|scary) (thoughts|ideas) … (hurt*|harm*|myself|life|live|living|here|end*|safe)
(dark|darkest|morbid) thoughts
(not|never|nothing|no|tired of|sick of|fed up with|done with|why|will|nothing left|weary of|bored of|hate|enough of|have to|\
deserve to|deserve|how long|cannot bear) … (live|living)(?! (alone|in|at|near|there|with (my|her|him|them|our|a)|room|on my own|\
together|wage|off|expenses|next|above|by))
(not|never|nothing|no|tired of|sick of|fed up|done with|stop|why|hate|hating|regret|sorry|still|point (of|in)|like|worth) … (wak(e|\
ing) up(?! (rest|fresh|feel|before|during|my|at|early|late|tired|with|in|feel*|every|several|so|for|to))|alive|exist|existing)
(hate|regret|resent) … (being|that i was|i was) … (born|alive|here)
never … (wake|woke|woken)(?! up (at|early|late|with|rest|fresh|feel|before|in))
(won't|wouldn't|not|don't|didn't) wake( up)?(?! up|( up)? (at|early|late|on time|until|before|with|in time|rest|fresh|feel|during|my))
(not|never|nothing|no|tired of|sick of|done with|why|point (of|in)) … (go|going|carry|carrying|keep|keeping) (on|going)(?! (about|\
holiday|a|the|to|trips|on|out|away|well|off|back|with|it|track|up|in|for|at|like that at))
(not|never|nothing|no|tired of|sick of|fed up with|done with|stop|why|still|tomorrow) … (be|being) (here|around)(?! (people|others|\
them|crowds|him|her|my|children|men|women|food|at (\\w+|the)|for (my|your|the) (app\\w*|scan|test)))
(don't|cannot|can't|not|hard to|doubt|unlikely) … (see|picture|imagine) … (myself|me) … (here|alive|next year|growing old|\
by (christmas|spring|summer|easter|then|next)|in (a year|\\w+ years?|ten|five|twenty)|at (thirty|forty|fifty|sixty|\\d))
(no|any|have a|see a|see any) future for me
life … (not|never|hardly|isn't|no longer) … worth
life … (pointless|meaningless|not for me|is over|was over|no meaning|no point|unbearable|empty enough)
(not|hardly|never|isn't|ain't) worth (it any more|it anymore|it$|living|going on|carrying|being|staying)
(no|not any|any|what|what's|what is|the|a|see|little) … (reason|point|purpose|use|sense) (to|in|of|for) … (live|living|life|go on|\
going on|carry*|exist*|being here|be here|being alive|be alive|alive|me being|my being|it all|anything any more|trying|getting up|\
staying|stay)
what's the point$
what('s| is) the point (any more|anymore|really|now|of (me|it all|life|all this|all of it|anything|going|being|carrying|getting))
(anything|something|nothing|much|someone|little) … to live for
(why|what) am i (still |even |living |staying )?(here|alive|living|for|breathing)
(lost|no|losing|have|without|got no) … will to live
better off (without (me|us)|dead|if i|not here|when i)
(better|easier|easer|happier|fine|cope|relieved|simpler|best|kinder|better place|cheaper|sad|notice|miss|bother*|care|mind) … (if|\
when|once|that|because) (i|i'm|i'd|me) … (gone|not here|not around|weren't|wasn't|died|die|dead|disappear*|vanish*|not exist|never|\
left for good|stopped|were no longer|was no longer|no longer)
(no|any|only|see a) way out(?! of (debt|the (house|job|building|contract|marriage)))
(drank|drink*|starv*) (myself|himself|herself) to death
(happy|glad|rather|like|prefer|want*|wish*|okay|ok|fine) (to )?not (to )?(wake|be alive|exist|be here(?! at))
(plan*|expect*|count*|intend*) (on |to )?(being|be) (around|here|alive)
without me(?=$|[.;!?]| (around|here|in it|in the world))
would be better without me
(no ?one|nobody|not even|they|who|wouldn't|won't|will) … (miss|notice|mourn|grieve for) … (me$|me[.;!?]|me if|me when|if i|i was|\
i were|i'd)
i ((just|could|would|can|simply|should|might|only|really|quietly|wish|do|i'd) ){0,3}(disappear*|vanish*|cease to exist|\
fade away)(?! (for|on|at|to) (the|a|two|three|my|weekends?))
(want*|like|love|wish*|hope|try|going|easier|better|rather|need|able|urge|prefer|want me) to (just |simply |quietly )?(disappear|\
vanish|cease|stop existing|be gone|not be|be no more|go away forever|fade away)
(cease to exist|stop existing|go to sleep (and|forever)|sleep forever|sleep and (never|not)|fall asleep (and (never|not|stay)|\
for ?ever)|sleep for ?ever|drift off and|close my eyes (and|for ?ever)|eyes for ?ever|closing my eyes (and|for))
(die|pass|go|slip|pass away|slip away|be taken|taken|take me|takes me|took me|fade) (away )?in (my|the|his|her) (sleep|night)
(god|lord|jesus|allah|death|universe|angels) … (take|takes|took|taken|call|calls) me
(wish*|wishing) … (over|it would all (end|stop)|ended|all stop|all end|could (just )?(stop|end)|i wasn't here|i weren't here|\
it would( all)? (be over|end)|i wasn't|i weren't|i didn't exist|it was all over)
(hope|hoping|wish*|pray*|mind|care|bother*|glad|happy|relie\\w+|if only|would be|worst|fine|better) … (if|that|i|something|it|for|\
to) … (cancer|heart attack|stroke|accident|terminal|crash*|hit|run over|struck|fatal|happened to me|happen to me|took me|didn't wake|\
never woke|not wake|didn't come (back|home|round)|didn't make it|don't make it|not make it|die|died|dead|comes? back|\
stop(ped)? beating|stop breathing|stopped breathing)
(bus|car|lorry|truck|train|plane|tram|lightning|meteor) … (hit|hits|hitting|run over|ran over|took|take|takes|flatten*|struck|kill*) me
(hit|run over|knocked down|struck) by a (bus|lorry|train|truck|tram)
(live|lived) or (die|died)
(not|never|don't|didn't|doesn't) … (belong|made for) … (this|the) (world|earth|life|planet)
(jump*|step*|threw|throw*|fall|fell|leap*|hurl*|walk*) … (off|from|in front of|under|out of) … (bridge|roof|building|cliff|window|\
balcony|platform|ledge|tower|multi-?storey|car park|pier|flat|train|tube|storey|\\w+ floor)(?! (and (missed|caught))| shelf)
(stood|standing|stand|sat|sitting|climb*|got|went up|walk*|drove|went) … (on|at|over|near|by|onto|up|to) … (ledge|edge of|the edge|\
bridge|parapet|railing*|roof|cliff*|train tracks|railway|platform|balcony)(?! (because|waiting|for (a|the) (bus|train)|\
for an hour because))
(jump*|step*|threw|throw*|walk*|driv*|drove|crash*|swerv*|steer*|ram*|run|ran|plough*|lie|lay|lying) … (in front of|under|into|\
onto) … (train|traffic|tree|wall|lorry|truck|bus|tracks|tube|oncoming|barrier|river|bridge|motorway|rails|the road)
(driv*|drove|swerv*|steer*|run|veer*) … off … (road|cliff|bridge|pier|motorway)
(jump*|walk*|throw*|threw|drive|drove|driving|wad*) … (in|into) … (river|sea|lake|water|canal|ocean|reservoir)
just jump
(crash*|wreck*) … (car|bike|motorbike|van) … (on purpose|deliberately|and die|into)
(tie|tied|tying|belt|scarf|cord|rope) … (neck|beam|rafters|banister|tree)
(suicide|goodbye|farewell|last|final) (note|letter|message|letters|notes|messages)s?
(wrote|write|writing|written|said|saying|say|left|leaving|record*|send|sent) … (goodbye|goodbyes|farewell|last letter|a note|notes|\
letters) … (to|for|in case|before|kids|children|wife|husband|family|everyone|mum|mom|dad)
(wrote|write|writing|written|said|saying|say) … (goodbyes?|farewell)
(making|made|make|wrote|writing|write|changed|updated|sorted) (out )?(my|a) will(?! (be|not|do|to|help|make))
affairs in order
(give|giving|gave|given) away … (things|belongings|possessions|stuff|dog|cat|pets?|clothes|jewellery|everything)
((find|found) … (home|homes) for|rehomed) … (my|the) (dog|cat|pets?|cats|dogs|rabbit)
attempt* (on my|on his|on her|to end|to take|to kill|at my life|at ending)
(my|an|the|previous|prior|past|last|first|second|third|failed|serious|earlier|several|two|three|multiple|\\d|x\\d|no|one|another|\
before|after|near) attempts?(?! (to (?!end|take|kill|die|hang|overdos)|at (?!my|suic|end|kill)|with|of|by|was made|was to))
attempted (it|twice|once|before|again|in (19|20)\\d\\d|on my|x ?\\d|to take|to end|to kill|to die|to hang|last|three|several|hanging|\
suicid)
(tried|try|trying|attempt*|want*|plan*|going|about|ready|nearly|almost) to (end (my|it all|it|things|everything|his|her)|kill|hang|\
drown|die|hurt (myself|me)|harm|jump|finish it(?= |$)(?! (by|at|on|before|in|soon))|cut (my|myself)|overdos*|od|take my own)
(tried to do it|nearly did it|almost did it|close to doing it|going to do it|wanted to do it)(?=$|[.;!?]| (again|once|twice|last|in|\
and|but|then|that|when|with))
(couldn't go through with|could not go through with|go through with it|going through with it)
(plan*|know|knew|thought|decid*|work* out|imagin*|pictur*|rehears*|research*|googl*|looked up|look* up|read up|figur*|thinking|\
exactly) … (how|where|when|ways) … (do it|did it|kill|die|end it|end my|go through|painless*|hang)
(ways|best way|quickest way|how|painless way|easiest way) (to|of) … (die|dying|do it$|kill*|end (it|my)|hang*|tie a)
(i have|i've|i've got|got|had|made|making|have|has|no|have no|with a|specific|clear|concrete|detailed) (a |any |specific |clear |\
concrete )?(plan|method)s?(?=$|[.;!?]| (and|but|or|to (end|die|kill|do it|hang|jump)|no|not|of how|for (ending|dying|it)|in place|\
if it))
(pick*|chose|chosen|set|fixed|decided on|marked) (a|the|my) (date|day|bridge|tree|place|spot|train)(?! (for (the|my|our) (wed|app|op|\
sur|hol|par|meet)))
(bought|buy|ordered|got hold of|sourced|got myself) … (rope|pills|tablets|helium|charcoal|blades?|petrol|poison|paracetamol)
(stop*|skip*|miss*|withhold*|not taking|not take) … insulin
(shut the garage|hose|engine running|gas (on|oven|tap)|head in the oven|plastic bag over)
make (him|her|them|people|others) (pay|suffer|die)
(hurt*|harm*|shake|shook|shaking|smother*|drop) (the|my|our|a) (baby|child|children|kids|son|daughter|wife|husband)
voices? … (tell*|told|say|says|saying|order*|command*|want*)
(can not|could not) (go on(?! (holiday|a|the|to|my|with my|trips|public|buses|trains))|carry on|do this (any|much)|face another|\
keep going|keep doing this|live(?! (with (my|her|him|them|a|the)|in|at|there|on|near)))
(can not|could not) (take|bear|stand|cope with) (it|this|much more|any ?more|to live|living|life|being)(?! (with|at|every|after|\
before) (food|breakfast|night|meals))
(give|gave|given|giving) up on (life|living|myself|everything)
(i've|i have) (had enough|enough) of (life|living|it all|everything|this life)
tired of (it all|everything|life)
(i've|i have) (just |really |completely )?given up(?=$|[.;!?])
(hits|beats|punches|chokes|kicks|strangles|threatens) me
(i'm|i am) ready (to go|for (it|this|life|everything)( all)? to (end|be over|stop))
(i'm|i am) (so )?done(?=$|[.;!?]| with (life|it all|all of it|everything|this life|living|all this))
a burden(?! (off|at work|shared))
(burden|burdens|dead weight|drag|waste of space) (to|on|for)
a waste of (space|oxygen|air)
(safe|safety) … (from|with|around) myself
peace with (dying|death|going)
swallow(ed)? me up
(by|on) my own terms
(enough|hidden|hid|hide|kept|keep*|saved|save|spare) … (pills|tablets|morphine|insulin|meds|medic*) … (just in case|to do it|for when|\
in case|at home)
never act on (it|them|that|those)
(have|has|had|got|with|no|access to) the means
(intensive care|icu|a&e|hospital|er|casualty) … (after|because of|with|from|following) … (pills|tablets|overdos*|cut*|what i did)
(was |been )?cut down by (my|the|a) \\w+
(look*|stare*|staring) … (at|over|down) … (tracks|bridge|edge|drop|river|water|knives)(?! (and (draw|paint|fish|photo)))
cross … road … (without looking|and hope*)
(i|he|she|who) know* (which|what) (bridge|tree|building|train|pills)
(not|don't|never) (want to |wanna |want )?(be in|see|face|have) (this (world|life)|another (day|birthday|christmas|year|week|morning|\
winter)|a future|tomorrow)
(not|don't) want to do (this|it|life) (any more|any longer)
(not|don't|can't|couldn't) … (trust|keep) myself( safe)?
(scared|afraid|frightened) … (of what i|i might do|i'll do|i will do|might do to|of myself)
(his|her|my|their|by) own hand
(shot|hanged|hung|drowned|gassed|topped|offed|poisoned) (himself|herself|themselves|itself)
"""
"""Whole phrases, one a line."""
