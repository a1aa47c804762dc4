"""For each topic one question that is open, neutral and single, in plain words: what a trainee could have asked.

None takes for granted that there is something to tell: "if anything" and "any" leave room for nothing. Each is heard by the ear as its own
topic and no other, so that what is proposed is understood when it is said.

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
    "impact": "How does all this affect your everyday life?",
    "residual": "What symptoms are left, even when your mood is better?",
    # symptoms
    "mood": "How would you describe your mood?",
    "anhedonia": "What, if anything, gives you pleasure these days?",
    "sleep": "How are your nights?",
    "appetite": "How is your appetite?",
    "energy": "How is your energy through the day?",
    "concentration": "How is your concentration?",
    "anxiety": "What can you tell me about any anxiety or panic attacks?",
    # course
    "onset": "How did it all begin?",
    "episodes": "What can you tell me about any other times like this?",
    # safety
    "suicide": "Can you tell me about any thoughts of ending your life?",
    "means": "Can you tell me what you have access to at home, such as tablets?",
    "harm_others": "Can you tell me about any thoughts of hurting someone else?",
    "psychosis": "Can you tell me about any voices, or things that others do not hear or see?",
    # differential
    "mania": "Can you tell me about any times when you felt far too well?",
    "cognition": "Can you tell me about getting lost, or not knowing people you know well?",
    # treatment
    "current_meds": "What, if anything, do you take for your mood at the moment?",
    "dose_duration": "What can you tell me about the dose, in milligrams and weeks?",
    "adherence": "How do you get on with taking your medicine every day?",
    "past_trials": "What has been tried before, if anything?",
    "therapy": "What can you tell me about any talking therapy?",
    "augmentation": "What, if anything, was added to the medicine?",
    "clinician_rel": "How did you get on with the people who treated you?",
    # toxicity
    "side_effects": "What side effects, if any, did the medicine have?",
    "withdrawal": "Can you tell me about any time when you stopped the medicine or cut it down?",
    "loss_effect": "How did its effect change over time, if it did?",
    "rechallenge": "Can you tell me about any medicine that you took a second time?",
    "paradoxical": "Can you tell me about any time when a medicine made you worse?",
    # history
    "psych_history": "What can you tell me about any earlier problems with your mental health?",
    "family_psych": "What do you know about depression in your family?",
    # medical
    "medical": "How is your health otherwise?",
    "other_drugs": "What other medicines do you take, if any?",
    "allergies": "What are you allergic to, if anything?",
    "pain": "What can you tell me about any pain?",
    # stress
    "stress": "What has been going on in your life lately?",
    "work": "How are things at work?",
    "money": "How do you manage with money and housing?",
    "overload": "How do you cope with all that is asked of you?",
    # social
    "living": "Can you tell me about the people you live with?",
    "relationship": "How are things between you and the people closest to you?",
    "support": "What support, if any, do you have from friends?",
    "loss_grief": "Can you tell me about any losses in your life?",
    # lifestyle
    "alcohol": "What can you tell me about drinking alcohol, if you do?",
    "smoking": "What can you tell me about smoking?",
    "drugs": "What can you tell me about any use of cannabis or cocaine?",
    "exercise": "What do you do to keep moving, if anything?",
    "diet": "How would you describe what you eat?",
    "routine": "What does a normal day look like for you?",
    # illness behavior
    "beliefs": "What do you think is wrong?",
    "concerns": "What can you tell me about any worries about your health?",
    "denial": "How do you see the need for treatment?",
    "expectations": "What do you hope for from treatment?",
    "reactance": "What is it like for you to be told what to do?",
    "demoralization": "Can you tell me about any feeling of being helpless or of giving up?",
    "self_manage": "What, if anything, do you do yourself that helps?",
    # well-being
    "wellbeing": "What are the good things in your life, if any?",
    "mastery": "How do you handle everyday life?",
    "growth": "What, if anything, have you learned about yourself over the years?",
    "purpose": "What, if anything, gives your life meaning?",
    "autonomy": "How easy is it for you to hold to your own opinion when others disagree?",
    "self_acceptance": "How do you feel about the person you are?",
    "flexibility": "How do you get on when plans have to change?",
    # closing
    "priorities": "What should we take up first?",
    "summary_check": "What have I missed?",
}
"""By the topics' ids."""
