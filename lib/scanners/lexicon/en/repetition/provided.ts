import type { Phrase } from "../../../phrase.ts";
import { ALREADY, BEFORE, CONDITION, CORRECTION, ELSEWHERE, GAVE, NO_EFFECT, TO_OTHERS } from "./words.ts";

const provided = (name: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `R1.provided.${name}`,
  label: "rep_provided",
  confidence,
  any,
  unless,
});

/** What one gives to be helped. */
const DATA =
  "(name|number|numbers|no|email|e mail|address|details|detail|info|information|id|ids|code|account|order|reference|ref|phone|date|dates|postcode|zip|pin|password|username|serial|answer|answers|screenshot|screenshots|documents|document|photo|photos|pictures|picture|receipt|proof|invoice|tracking|booking|birthday|dob|ssn|data|description|requirements|preferences|confirmation|ticket|error|log|logs|link|choice|location|zipcode)";

const MONEY =
  "(money|payment|payments|funds|tip|deposit|parcel|package|feedback|review|rating|stars|chance|permission|birth to|away|notice)";

export const PROVIDED: Phrase[] = [
  provided(
    "gave",
    0.9,
    [
      "(i|we|i've|we've) <1> (entered|typed in|typed|filled in|keyed in|put in|submitted|gave|provided) (all|all of|every bit of|everything) <1> (that|this|it)? <1> (online|on the (website|form|phone|app|site)|at the (start|beginning)|in the (form|app|chat|menu))",
      `(i|we) (literally|clearly|only just|have only just) (posted|pasted|sent|gave|typed|wrote|uploaded|attached|shared) <6> ${BEFORE}`,
      "(you|u|they|you people|you guys) <1> (have|have had|had|got|'ve got|'ve had|hold) (it|that|this|them|all of it|my <3>) (from|since) (this (morning|afternoon|week)|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last <1>|before|earlier|the (first|last|start|beginning)|my (first|last|previous|earlier))",
      "(i|i've|we|we've|i'd) <1> (did|done|filled in|filled out|completed|answered|been through|gone through) <1> (the|your|this|that|all) <1> (whole|entire|full|of your|your|these|those|long) <2> (questionnaire|form|questions|verification|security|triage|survey|checks)",
      `(i|we|i've|we've|i'd|ive|iv|weve) (have|had|did)? ${ALREADY} (have|had|did)? (${GAVE}|give|send|provide|put (in|it|that|my|the|all)|told you my|shown|showed|confirmed|told|uploaded|specified|verified)`,
      `(i|we|i've|we've|ive|iv) (have|had)? (just|literally|literally just|clearly|only just) (given|gave|give|provided|answered|supplied|told|typed|entered|put) (you|u|ya|it|that|this|my|the|them|all|those|him|her|everything|both|in|him)`,
      `(i|we|i've|we've|ive|iv) (have|had|did|just)? (it|this|that)? (given|gave|sent|provided|submitted|shared|supplied|attached|uploaded|posted|pasted|answered|listed|entered|typed|filled|give) <6> ${BEFORE}`,
      `(i|we|i've|we've|ive|iv) (have|had|did)? (gave|given|give|provided|supplied) (you|u|ya|them|it|him|her|with|you with)? (with)? (to)? (you|u)? (all|everything|that|this|those|it|these|the same|the whole|my|the|all of|every) <1> (the|my|of|that|this|same|your)? <2> ${DATA}`,
      `(i|we|i've|we've|ive|iv) (have|had|did)? (gave|given|provided) (you|u|ya|them|him|her) (all|everything|that|this|those|it|the same|the whole|all of) <2> $`,
      "(i|we|i've|ive) (have|had)? (gave|given|provided|sent|shared) (it|that|this|them|those|all that|all of (it|that|this|them)|everything|these) (all)? to (you|the assistant|u|the bot|the assistant|your colleague|your bot|your assistant|the chatbot)",
      "(i|we|i've|ive) (have|had)? <1> (given|gave|provided|sent|shared|supplied|answered|posted) <5> (to (the|your) (@bot|colleague|other|previous|first|last)|in (this|the) (chat|conversation|thread|dm|ticket|form))",
      `(i|we) (${GAVE}|give|told) (you|u|it|that|this|them|all)? <2> (already|allready|alredy)`,
      "(i|we|i've) <1> (gave|given|answered|provided) (it|that|this|you|u|you that) $",
      `(i|we|i've|we've|ive) (have|had)? <1> ${ALREADY} <1> (emailed|mailed|messaged|dm'd|dmed|texted|replied|responded|pm'd) <4> (my|the|all|it|details|info|information|number|this|that)`,
      "(i|we|i've|ive) (have|had)? (gave|given|provided|sent|shared|supplied|submitted) <2> (all|everything|whatever|anything) <3> (need|needed|needs|necessary|required|require|asked|requested|want|wanted|wants)",
      "(i|we) (have|had) (given|provided|submitted) $",
      `${GAVE} <9> (and|but|yet|still|now) (now|still|yet)? (you|they|ur|you're|you guys) <2> (want|wants|need|needs|ask|asking|require|requesting|demand|demanding) <3> (again|once more|a second time|another time|one more time|twice)`,
      "(i|we) did (provide|send|give|submit|upload|attach|fill|enter|include|supply|share|state|answer) <1> (my|the|it|that|this|all|them|those|everything|these)",
      "(i|we|i've|we've|ive) (specified|wrote|put|noted|stated|entered|included|explained|described) (it|this|that|them|all|everything|all of (it|this|that)) (all)? in (the|my) <3> (notes|form|order|booking|request|application|comments|comment|ticket|email|message|subject|chat)",
      "(i've|i have|we've|ive) <1> answered (this|that|it|your|all|these|those) <1> (question|questions)? <2>",
      "(i've|i have|we've|we have|ive) <1> (been|gone) through <5> (already|with (the|your|another|a) <2> (agent|colleague|gentleman|lady|person|guy|girl|rep|bot|one|advisor|operator))",
      "(i|we|i've|ive) (have|had)? <1> (told|gave|explained|said|typed) <3> (automated|automatic|virtual|phone|voice) (thing|system|assistant|menu|voice|agent|line) <4>",
      "^ (i|we)? (already|allready) (did|filled|completed|done) (in|out)? (that|this|the) (form|questionnaire|survey|verification|security questions)",
      "(number|no|name|details|date|dates|reference|ref|id|info|information|address) <1> (is|are|was|were) <1> in (the|my) (subject|title|header|heading|signature) <4>",
      "(last|previous) (#|two|three|four|five|few) times (you|they|u) (took|asked|wrote|noted|checked) <2>",
      "(attached|attaching|resending|reattaching|re attaching|re sending|pasting|forwarding) <3> again $",
    ],
    [
      ...ELSEWHERE,
      ...TO_OTHERS,
      ...CORRECTION,
      ...CONDITION,
      ...NO_EFFECT,
      MONEY,
      "(gave|given|give|giving|put|sent|entered|filled) <1> up",
      "before (i|we|the|my|it|you|he|she|they)",
      "(yesterday|last (week|month|year|night))",
      "just now",
      "(already|just|earlier|previously) (been given|given up|put up|put in <2> (days|hours|years)|filled (up|out the (tank|gas)))",
      "(i've|i have|have|we've) <1> been (given|sent)",
      "(never|not|haven't|hasn't|didn't) <1> (given|gave|give|sent|provided)",
      "(will|can|should|could|would|may) (i|we)? (give|send|provide)",
      "(once|when|if|after|which|who|that|because|what) (i|we|i've|we've) <2> (gave|given|provided|sent|entered|typed|put|submitted)",
    ],
  ),
  provided(
    "dropped",
    0.85,
    [
      `^ <2> ${ALREADY} (provided|given|gave|sent|supplied|submitted|posted|shared|answered|in the (chat|ticket|thread|conversation)|attached|did (provide|send|give)|told|entered|filled|done that above|typed|uploaded|have (it|that)|on file|verified|confirmed that)`,
      "^ <1> (sent|gave|given|provided|answered|posted|told) (it|that|this|them|you|u|everything|those)? <2> (already|twice|before|earlier|above|@times times)",
      `${ALREADY} (provided|supplied|answered|gave|given|submitted) (you|u|that|this|it|the|my|all|above|everything|these|those)`,
      `(${ALREADY}|just) (gave|given|answered|provided) (it|that|this|you|u|them)`,
    ],
    [
      ...NO_EFFECT,
      ...ELSEWHERE,
      ...TO_OTHERS,
      ...CORRECTION,
      MONEY,
      "(you|they|he|she|support|agent) (have|has)? (told|said|gave|sent|provided|answered|posted)",
      "(you|they|he|she|it|support|seller|who|link|someone|has|was|were|is|are|be|been|being) <2> (already|just|previously|earlier) (provided|given|gave|sent|supplied|submitted|posted|shared|answered|told)",
      "(you've|they've|you're|it's|was|been) <1> (already|just|previously|earlier)? (been)? (given|sent|told|provided)",
      "(if|unless|whether)",
      "(already|just|previously) (submitted|sent|posted|filled|filed|attached|supplied|given) (in|out)? (a|an)",
      "(dm|dms|pm) <1> (sent|already)",
      "already (sent|have) <2> (dm|pm|direct message)",
    ],
  ),
  provided(
    "you_have",
    0.85,
    [
      `(you|u|they|your (bot|system|colleague|assistant|team|company)|the (bot|assistant|other (agent|person)|chatbot|system)|you guys|ya) <1> (${ALREADY}|should|must|surely|should already|must already|all|both|should all|will already) <1> (have|has|got|had|know|knows|hav|see|seen|received) <3> (my|that|this|it|the|all|everything|them|these|those|what i)`,
      `(the|your|that) <1> @bot <1> (${ALREADY}|just) (took|taken|collected|noted|recorded|asked for|has|got|saved)`,
      `(the|your|that) <1> @bot <1> (got|has|took|have|had) <5> (from me|already)`,
      `(don't|didn't|doesn't|shouldn't|haven't|can't|cannot|do) (you|u|they) (not)? <1> (have|see|get|got|know|find) <4> (already|from (the|your) @bot|in (your|the) (system|notes|chat|ticket|file|records)|on (file|record|your screen))`,
      `(isn't|aren't|is|are|wasn't) <1> (it|that|this|my <2> ${DATA}|everything|all (that|of it|of that)) (not)? <2> (in|on) (your|the|my) (system|notes|chat|ticket|file|screen|record|records|conversation|first message)`,
      `(you|u|you've|you guys|they|ya) (have|has|had|got|hav|have got) <1> (it|that|this|them|all|my <3> ${DATA}|all (that|this|my|the) <2>|everything) <3> (already|there|on file|from before|on record|in (front of you|the chat|your system|your records|my (message|email|account|profile|ticket|file)))`,
      `(you|u|you've|they) <1> (${ALREADY}) (have|has|got|had|know|received) <2> (${DATA}|it|that|this|them)`,
      `(you|u|you've|they) <1> ${ALREADY} (have|has|got|had|know) $`,
      `(it|that|this|they|those|my <2> ${DATA}|all (of)? (this|that|it)) (should|must|will|has to|have to|would) <1> be <3> (in|on|up|above|there|at) (my|the|your|file|this|above|record|there)`,
    ],
    [
      "(have|has|had|know|got) <2> (been|charged|taken|refunded|cancel*|closed|paid|told me|an account|to|installed|downloaded|access|the option|the right|the latest|money|a)",
      "(have|has|did|do|does|had) (you|u|they|(the|your) @bot) <1> already",
      "(if|unless|whether|do|did|does|make sure|ensure|when|once|assuming) (you|u|they|it) <2> (have|has|got)",
      "(should|must) (have|know) (to|been|better|how|a|an|known|told|done|given|let|said|the (option|right|ability|latest))",
      "(refund|delivered|arrive|arrived|charged|installed|working|available|posted|credited)",
    ],
  ),
  provided(
    "is_there",
    0.85,
    [
      "(it's|its|that's|thats|it is|they're|they are|that is) <2> in your <1> (system|systems|records|files|database|crm|notes)",
      "(it's|its|that's|thats|it is|that is|this is|everything is|everything's) <1> (all|already|written|just|clearly)? <1> in (the|my|this|our|your) <1> (notes|file|ticket|record|records|report|log|logs|history|correspondence|description|attachment)",
      "(details|info|information|everything|answer|answers|number|all|description) <1> (is|are|was|were) <1> (above|up there|up above|further up)",
      "(everything|(it's|its|it is) all|all of (it|that)|all (the|my) <1> (info|details|information)) (is|are|was)? (already|all|right)? there",
      "(that|it|this|which|they|those|these|question|everything|info|information|details) (was|is|has been|were|had been|have been|has|are) (already|all|previously|just|been|clearly) (already|all|previously|been)? (provided|given|posted|sent|mentioned|explained|answered|in the chat|said|there above|stated|asked|discussed|covered|shared|included|submitted|in (the|my|this))",
      "(that|it|this|everything|all of it|all of that|that info|the info|the number|info|answer|they|details|all) (is|are|was|were)? (all|already|right)? (there)? in (the|this|my|our) (chat|conversation|thread|first message|message above|message|messages|dm|notes|ticket|transcript|history|log|above|email|original|subject|form|tweet|title)",
      "(it's|its|that's|thats|everything's|they're|theyre|it is|that is) <1> (all|already|right|literally|written|just|clearly)? <1> (in (the|this|my|our) (chat|conversation|thread|message|messages|dm|notes|ticket|transcript|history|email|subject|form|tweet|title|first|previous|last|original)|written above|up there|(right|just)? (there)? above|further up|on (my|your) (file|record|account|records|profile))",
      `(my <2> ${DATA}|information|info|details|documents|everything) (was|is|has been|were|had been|have been|are) (already|all|just)? (already)? (provided|given|posted|sent|mentioned|answered|stated|shared|included|submitted|entered|supplied|confirmed) (already|before|above|earlier|in (the|my|this)|to (you|the bot|your))`,
      `my <2> ${DATA} (was|is|has been|were|had been|have been|are) (already|previously) (provided|given|posted|sent|mentioned|stated|shared|included|submitted|entered|supplied|confirmed|in|on|there)`,
      `(you've|you|u|they) (have|had)? (${ALREADY}|just) (been|were) (given|told|sent|provided|informed)`,
    ],
    [
      "(error|installed|charged|enabled|delivered|blocked|deactivated|included|package|refund) <3> (already|all)",
      "(sent|posted|given|provided) (to|by|in|on|from|me|off|out) (me|the (bank|courier|wrong|seller)|us|him|her)",
      "(money|payment|item|order|parcel|card)",
      "what is in",
      ...CORRECTION,
    ],
  ),
];
