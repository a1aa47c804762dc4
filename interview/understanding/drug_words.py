"""Words that stand beside a drug's name, or instead of one: none, classes, ordinary words, words of correction."""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed
from interview.understanding.marks import HEDGES, PERHAPS
from interview.understanding.phrases import Phrases

NONE: Final = Phrases(
    {
        "none": listed(
            """
        none | nothing | never took anything | never taken anything | i never took anything | have never taken anything |
        have not taken anything | never had any | never took any | never taken any | did not take anything | did not take any |
        no drug | no drugs | no medication | no medications | no medicine | no medicines | no tablets | no pills | not taken anything |
        not on anything | am not on anything | not taking anything | am not taking anything | never been on anything |
        never been on any | have not had any | have not taken any | nothing at all | none at all | i have never taken any |
        never had medication | never had anything | never tried anything | never tried any | have not tried anything |
        have not tried any | never been prescribed anything | have not been prescribed anything | i do not take anything |
        do not take anything | do not take any | was not given anything | not given anything | no antidepressant | no antidepressants |
        none of them | no treatment | never had a drug | never used anything | no meds | never took medication |
        never took any medication | never been on medication | never been on any medication | never took a pill | never had treatment |
        never had any treatment | never had any medication | never took a tablet | was never given anything | never took drugs |
        never medicated | never been medicated | was never medicated | medication naive | drug naive | treatment naive | unmedicated |
        med naive | meds naive | antidepressant naive | not medicated | no psychotropics | no previous treatment | no prior treatment |
        never treated | never been treated | untreated |
        never took meds | never took medicine
        """
        )
    }
)


HEDGED: Final = Phrases(
    {"hedge": (*HEDGES, *PERHAPS, "something like", "or something", "or something like that", "sounds like", "called something like")}
)


CORRECTIONS: Final = Phrases(
    {
        "correction": listed(
            """
        sorry | wait | i mean | actually | scratch that | hang on | hold on | or rather | make that | correction | i meant | no wait |
        my mistake | oops | no sorry | sorry no | actually no | no actually | i tell a lie | well actually | no it was | wait no |
        strike that | no i mean | sorry i mean
        """
        )
    }
)


NEGATIONS: Final = frozenset(
    listed(
        """
        not | never | neither | nor | without | except | instead | apart | other | than | unlike | before | besides
        """
    )
)


ORDINARY: Final = frozenset(
    listed(
        """
        a | about | add | advised | after | again | ago | all | also | always | am | an | and | another | any | anything | are |
        around | as | ask | at | back | bad | be | because | bed | been | before | began | begin | being | best | better | between |
        big | bit | both | bottle | brand | brother | but | by | call | called | came | can | capsule | change | child | class | come |
        could | course | daily | day | days | dear | did | different | do | doctor | does | dose | doses | down | drug | during | each |
        early | eight | eighty | end | enough | even | ever | every | everything | fairly | far | father | feel | felt | few | fifteen |
        fifty | first | five | for | forty | found | four | friend | from | full | gave | general | get | give | given | go | going |
        good | got | great | had | half | hard | have | he | head | health | heart | help | helped | her | here | high | him | his |
        home | hospital | hour | how | hundred | husband | i | if | in | increased | into | is | it | its | just | kind | know | last |
        late | later | least | left | less | let | life | like | little | long | longer | lot | low | made | make | many | maximum |
        may | me | medication | medicine | meds | milligram | milligrams | month | months | more | morning | most | mother | much |
        must | my | name | named | need | never | new | next | night | nine | no | none | not | nothing | now | of | off | old | on |
        once | one | only | or | other | our | out | over | own | part | past | patient | people | pill | pills | please | possibly |
        prescribed | previous | psychiatrist | put | quite | really | reduced | remember | right | said | same | say | second | see |
        seem | seven | seventy | she | short | should | side | since | six | sixty | sleep | so | some | someone | something | sort |
        start | started | still | stop | stopped | sure | switched | symptom | tablet | tablets | take | taken | taking | ten | than |
        that | the | their | them | then | there | these | they | thing | think | third | thirty | this | those | three | time | times |
        to | today | together | told | too | took | tried | trying | twenty | twice | two | under | until | up | use | used | very |
        was | we | week | weeks | well | went | were | what | when | which | while | white | who | why | will | with | without | work |
        worked | worse | would | year | years | yes | you | your | yellow | blue | red | small | green | pink | round | starting |
        spelling | starts | letter | beginning | thingy | stuff | whatsit | ended | antidepressant | antidepressants | anxiety |
        depression | mood | stabiliser | stabilizer | painkiller | sleeping | therapy | treatment | reckon | guess | suppose | believe |
        maybe | perhaps | probably | mostly | mainly | currently | originally | initially | recently | actually | exactly | basically |
        usually | though | however | anyway | honestly | cannot | remembered | forget | forgotten | banana | sister | wife | insomnia |
        dream | water | coffee | alcohol | nicotine | tobacco | cannabis | vitamin | vitamins | aspirin | paracetamol | ibuprofen |
        insulin | metformin | statin | omeprazole | simvastatin | atorvastatin | prednisone | prednisolone | ramipril | amlodipine |
        bisoprolol | warfarin | codeine | morphine | tramadol | oxycodone | penicillin | amoxicillin | salbutamol | losartan |
        lisinopril | metoprolol | atenolol | lansoprazole | pantoprazole | naproxen | diclofenac | furosemide | doxycycline |
        fluconazole | folic | iron | calcium | magnesium | contraceptive | inhaler | estrogen | progesterone | testosterone | steroid |
        steroids | antibiotic | antibiotics
        """
    )
)
"""Words that are no misspelt drug of the table: ordinary words, and common medicines that it does not hold."""


OTHER_MEDICINES: Final = listed(
    """
    aspirin | paracetamol | acetaminophen | ibuprofen | naproxen | diclofenac | codeine | morphine | tramadol | oxycodone | fentanyl |
    cetirizine | loratadine | fexofenadine | chlorphenamine | diphenhydramine | doxylamine | omeprazole | lansoprazole |
    esomeprazole | pantoprazole | rabeprazole | ranitidine | famotidine | domperidone | metoclopramide | ondansetron | loperamide |
    metformin | gliclazide | sitagliptin | empagliflozin | semaglutide | insulin | simvastatin | atorvastatin | pravastatin |
    fluvastatin | rosuvastatin | ramipril | lisinopril | enalapril | perindopril | quinapril | losartan | candesartan | valsartan |
    amlodipine | felodipine | nifedipine | diltiazem | verapamil | bisoprolol | metoprolol | atenolol | carvedilol | nebivolol |
    furosemide | bendroflumethiazide | indapamide | spironolactone | digoxin | amiodarone | warfarin | apixaban | rivaroxaban |
    edoxaban | dabigatran | clopidogrel | ticagrelor | prednisolone | prednisone | hydrocortisone | dexamethasone | salbutamol |
    albuterol | salmeterol | fluticasone | montelukast | amoxicillin | penicillin | doxycycline | azithromycin | clarithromycin |
    ciprofloxacin | trimethoprim | nitrofurantoin | fluconazole | terbinafine | aciclovir | sumatriptan | rizatriptan |
    zolmitriptan | doxazosin | tamsulosin | finasteride | sildenafil | tadalafil | mirabegron | oxybutynin | solifenacin |
    tolterodine | alendronate | allopurinol | colchicine | methotrexate | azathioprine | tamoxifen | anastrozole | letrozole |
    levetiracetam | baclofen | tizanidine | naltrexone | naloxone | methadone | disulfiram | acamprosate | betahistine |
    cinnarizine | prochlorperazine | cyclizine | clonidine | sertindole | celecoxib | clomifene | clomiphene | trimetazidine |
    minoxidil | melphalan | mebeverine | hyoscine | cyclobenzaprine | sulfasalazine | mesalazine | isotretinoin
    """
)
"""Common medicines that the table does not all hold: a spelling as near to one of them is no misspelt drug of the table."""


CLASSES: Final = frozenset(
    listed(
        """
        ssri | ssris | snri | snris | tca | tcas | maoi | maois | tricyclic | tricyclics | antidepressant | antidepressants |
        antipsychotic | antipsychotics | benzo | benzos | benzodiazepine | benzodiazepines | stabiliser | stabilizer | sedative |
        sedatives | nassa | antidepressive
        """
    )
)
