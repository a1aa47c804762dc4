"""For each topic one question that is open, neutral and single, in plain words: what a trainee could have asked.

None takes for granted that there is something to tell: "if anything" and "any" leave room for nothing.

The words are the project's own. They are put to a person in a simulation, never in a real interview, which has its own questionnaire.
"""

from __future__ import annotations

from typing import Final

CLOSED_FITS: Final = frozenset(
    {"suicide", "means", "harm_others", "psychosis", "consent", "greet", "allergies", "dose_duration", "summary_check"}
)
"""Topics on which a plain closed question is right: safety is asked after directly, and single facts are single facts. Status project."""

TOPIC_QUESTIONS: Final[dict[str, str]] = {
    # opening
    "greet": "Could you tell me a little about who you are?",
    "consent": "How do you feel about me asking questions and taking notes today?",
    "agenda": "What would you most like to talk about today?",
    # response
    "global_change": "How have you been since the last treatment began?",
    "impact": "How does all this affect your day?",
    "residual": "What, if anything, is left of it on your better days?",
    # symptoms
    "mood": "How would you describe your mood?",
    "anhedonia": "What, if anything, gives you pleasure these days?",
    "sleep": "How are your nights?",
    "appetite": "How is your appetite?",
    "energy": "How is your energy through the day?",
    "concentration": "How do you get on with things like reading or following a film?",
    "anxiety": "What part, if any, does worry play in your life?",
    # course
    "onset": "How did it all begin?",
    "episodes": "What can you tell me about any other times like this?",
    # safety
    "suicide": "Can you tell me about any thoughts of ending your life?",
    "means": "What, if anything, is there at home that you could hurt yourself with?",
    "harm_others": "Can you tell me about any thoughts of hurting someone else?",
    "psychosis": "Can you tell me about anything you see or hear that others do not?",
    # differential
    "mania": "Can you tell me about any times when you felt far too well?",
    "cognition": "How is your memory for people and places?",
    # treatment
    "current_meds": "What, if anything, do you take for your mood at the moment?",
    "dose_duration": "Can you tell me about the dose and the time you took it for?",
    "adherence": "How do you get on with taking it day by day?",
    "past_trials": "What has been tried before, if anything?",
    "therapy": "What can you tell me about any talking therapy?",
    "augmentation": "What, if anything, was added to the medicine?",
    "clinician_rel": "How did you get on with the people who treated you?",
    # toxicity
    "side_effects": "What, if anything, did the medicine do that you did not want?",
    "withdrawal": "Can you tell me about any time when you stopped it or took less?",
    "loss_effect": "How did its effect change over time, if it did?",
    "rechallenge": "Can you tell me about any medicine that you took a second time?",
    "paradoxical": "What, if anything, changed for the worse while you took it?",
    # history
    "psych_history": "What, if anything, troubled you in this way earlier in life?",
    "family_psych": "What do you know about mood problems in your family?",
    # medical
    "medical": "How is your health otherwise?",
    "other_drugs": "What other medicines do you take, if any?",
    "allergies": "What, if anything, does not agree with you?",
    "pain": "What can you tell me about any pain?",
    # stress
    "stress": "What has been going on in your life lately?",
    "work": "How are things with work?",
    "money": "How do you manage with money and housing?",
    "overload": "How do you cope with all that is asked of you?",
    # social
    "living": "What is it like where you live?",
    "relationship": "How are things between you and the people closest to you?",
    "support": "What kind of help do you get from other people?",
    "loss_grief": "Can you tell me about any losses in your life?",
    # lifestyle
    "alcohol": "What part, if any, does alcohol play in your week?",
    "smoking": "What can you tell me about smoking?",
    "drugs": "What can you tell me about other drugs?",
    "exercise": "What do you do to keep moving, if anything?",
    "diet": "What do you eat and drink on a normal day?",
    "routine": "What does a normal day look like for you?",
    # illness behavior
    "beliefs": "What do you think is wrong, in your own words?",
    "concerns": "What, if anything, worries you about your health?",
    "denial": "How do you see the need for treatment?",
    "expectations": "What do you hope for from treatment?",
    "reactance": "What is it like for you to be told what to do?",
    "demoralization": "How do you see the way ahead?",
    "self_manage": "What, if anything, do you do yourself that helps?",
    # well-being
    "wellbeing": "What, if anything, goes well in your life?",
    "mastery": "How do you get on with the things you have to do each day?",
    "growth": "What, if anything, have you learned about yourself over the years?",
    "purpose": "What, if anything, makes life worth living for you?",
    "autonomy": "How do you make up your mind when others think otherwise?",
    "self_acceptance": "How do you feel about the person you are?",
    "flexibility": "How do you get on when plans have to change?",
    # closing
    "priorities": "What should we take up first?",
    "summary_check": "What have I missed?",
}
"""By the topics' ids."""
