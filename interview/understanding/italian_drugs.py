"""Italian generic names, each with its international nonproprietary name; brand names are those that the drug table knows."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = """
agomelatina agomelatine | amitriptilina amitriptyline | aripiprazolo aripiprazole | bupropione bupropion | buspirone buspirone |
carbamazepina carbamazepine | citalopram citalopram | clomipramina clomipramine | desipramina desipramine |
desvenlafaxina desvenlafaxine | diazepam diazepam | duloxetina duloxetine | escitalopram escitalopram | esketamina esketamine |
fenelzina phenelzine | fenitoina phenytoin | fenobarbital phenobarbital | fluoxetina fluoxetine | fluvoxamina fluvoxamine |
imipramina imipramine | iperico hypericum | ketamina ketamine | lamotrigina lamotrigine | levotiroxina levothyroxine |
liotironina liothyronine | litio lithium | maprotilina maprotiline | mianserina mianserin | mirtazapina mirtazapine |
moclobemide moclobemide | nortriptilina nortriptyline | olanzapina olanzapine | paroxetina paroxetine | pregabalin pregabalin |
quetiapina quetiapine | reboxetina reboxetine | rifampicina rifampicin | risperidone risperidone | selegilina selegiline |
sertralina sertraline | tranilcipromina tranylcypromine | trazodone trazodone | trimipramina trimipramine | valproato valproate |
venlafaxina venlafaxine | vortioxetina vortioxetine | zolpidem zolpidem
"""

DRUGS: Final[dict[str, str]] = dict(pair.split() for pair in _PAIRS.replace("\n", " ").split("|"))
"""Italian name → international name, lower case."""
