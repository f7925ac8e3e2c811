import type { Phrase } from "../../../phrase.ts";
import { ROLE } from "./roles.ts";

/** That it is not needed. */
const NEEDLESS =
  "(no need|no reason|don't need|do not need|won't need|will not need|needn't|need not|don't have|do not have|won't have|will not have|shouldn't have|should not have|shouldn't need|should not need|doesn't have|never have|not have|not need|don't worry about|without|won't|so you don't|you don't|isn't necessary|not necessary|unnecessary|not required|rather than|instead of|avoid|not be|nothing)";

/** To give once more what was given. */
const AGAIN =
  "(repeat|repeating|repeated|re explain|reexplain|reexplaining|re explaining|re enter|reenter|retell|retelling|re tell|retype|retyping|restate|restating|rehash|rehashing|recap|reiterate|(explain|explaining|explained|tell|telling|told|say|saying|said|type|typing|typed|describe|describing|write|writing|give|giving|provide|providing|answer|answering|share|sharing|enter|entering|introduce|introducing|present|mention|raise|send|sending|list|go through|walk through|spell out) <6> (again|twice|once more|a second time|another time|all over|from scratch|from the (beginning|start|top)|over again|anew)|(go|going|run|running) (through|over) <6> (again|twice|once more|all over|a second time|from the (top|start|beginning))|(start|starting|begin|beginning) <3> (over|again|fresh|cold|from nothing|from scratch|from (the|square) (beginning|start|top|one)|from zero|afresh|anew|all over)|(go|going) <1> back to (square one|the (start|beginning|top)))";

const HOLDER = `(they|they'll|they've|they're|he's|she's|he|he'll|she|she'll|who|(the|our|my|your|next|another|new) <1> ${ROLE}|agent|agents|colleague|colleagues|representative|specialist|advisor|adviser|operator|whoever <4>|everyone|anyone|someone|next (agent|person|rep))`;

/** All that was said. */
const WHOLE =
  "((our|your|the|this|a|my|full|entire|whole|complete|of|all|detailed|short|brief)? (full|entire|whole|complete|detailed|short|brief|earlier|previous|past|existing|chat|conversation|case|relevant|good|quick|record of our|record of this|record of the)? (conversation|chat|chats|history|transcript|context|notes|summary|log|discussion|thread|recap|background|messages)|(all|full|your|the|these|those) <1> (of)? <1> (details|information|info|answers|story|situation)|all of (this|that|it)|everything <1> (you|you've|we|we've|i|so far|above|from)|everything|what (you|you've|we|we've|i've|happened|went|has|was) <4>|what's (happened|happening|going on|been said|wrong)|all (you|you've|we|we've|that you))";

/** What was said, but for the talk itself, which is handed over without a promise. */
const SAID =
  "((our|your|the|this|all|of)? (of)? (your|the|our)? (full|entire|whole|complete|detailed|short|brief|chat|conversation|case|relevant|quick)? (history|transcript|context|notes|summary|log|recap|background|details|information|info|answers|story|situation)|everything|all of (this|that|it)|it all|what (you|you've|we|we've|i've|happened|was) <4>|all (you|you've|we|we've|that you))";

/** What one customer told of their own case. */
const TOLD =
  "((your|ur|my|the|this|our) <1> (issue|problem|case|details|answers|notes|story|situation|symptoms|photos|messages|info|information|history|background|chat|conversation|transcript|summary)|what (you|you've|we|we've|happened|went|i've) <3>|whatever (you|you've) <3>|everything (you|you've|we) <3>|all (of)? (this|that|it))";

const NOT_PROMISED = [
  "(left|leaves|ended|closed|joined|joins) (the|this) (chat|conversation|thread)",
  "(you'd|you would|you might|you may) <1> (need|have) to",
  "(confidential|private|secret|encrypted|secure|securely)",
  "do you (have|know|want|need)",
  "(can|could|please|may|would|will) you <2> (repeat|share|send|pass|forward|give|tell|explain)",
  "(feedback|suggestion|suggestions|idea|your request|your interest|privacy|anyone else|third parties|third party|advertis*|sell|publicly|password|pin)",
  "(can't|cannot|couldn't|do not|doesn't|don't|unable|no longer|won't) <1> (have|see|view|access|find) <3> (access|conversation|chat|history|transcript|context|notes|details|information)",
  "you (need|have|will need|will have|'ll need|'ll have|must) to (repeat|explain|start)",
  "(draft|game|course|video|episode|lesson|cart|book|movie|chapter|by (opening|clicking|tapping))",
  "(order|restart|reinstall|reset|download|purchase|payment|pay|application|trial|steps) <2> (again|twice|from scratch|over)",
  "(please|kindly) (share|send|pass|forward|repeat|provide|include|attach|give)",
  "(sorry|apologies|afraid) <6> (repeat|again)",
  "(repeat|repeating) (the|this|these|those) (process|procedure|step|steps|setup|form|purchase|payment)",
  "(chat|conversation|call) (has been|have been|is being|was|is|will be) (transferred|escalated|forwarded|handed|passed|assigned) <1> to (a|an|one|our|the|another) <6> $",
];

/** Nothing must be said again. */
export const NO_REPEAT: Phrase[] = [
  {
    rule: "no_repeat.assured",
    label: "no_repeat",
    confidence: 0.9,
    any: [
      `${NEEDLESS} <4> ${AGAIN}`,
      `${HOLDER} <2> (will|'ll|can|has|have|already|is|are|was|were|been|gets|get|should|would|now) <3> (be able to|able to)? (have|has|had|see|read|know|knows|reading|aware of|access to|got|get|given|view|viewing|reviewing|reviewed|review|receive|received|familiar with) <3> ${WHOLE}`,
      `${HOLDER} (has|have|see|sees|knows|get|gets|got|receive|receives|reads|had) (access to|a copy of|got|received|been given|read|seen|reviewed)? ${WHOLE}`,
      `(brief|briefed|briefing|tell|telling|inform|informing|filled|filling|fill|updated|caught|catching|catch|brought|bringing|bring|told|informed|got|get|getting) (them|him|her|${HOLDER}) <2> (what's|why|where|on (your|the (case|situation|details|background|story)|what|this|everything)|up|up to (date|speed)|about (your|this|the|everything|what)|everything|the (situation|details|background)|your)`,
      `${HOLDER} <5> (up to speed|up to date|in the picture|in the know|fully aware|fully informed|aware of (your|the|what|everything)|briefed|caught up|filled in|in the loop|fully informed)`,
      `(shared|sharing|share|attached|attaching|attach|included|including|added|adding|gave|given|giving|give|copied|copying|saved|saving|left|leaving|put|noted) <1> (along|on|over|them|him|her|my colleague|down)? <2> ${WHOLE} <4> (to|with|for|so|along|over|on|in|across|of)`,
      `(passed|passing|pass|forwarded|forwarding|forward|sent|sending|send|relay|relayed|relaying|conveyed|transferred|transferring|handed|handing|carry|carrying|carried|explained|told|described|outlined) <1> (along|on|over|them|him|her|my colleague)? ${SAID} <5> (to|with|for|so|along|over|on|in|across|of)`,
      `(explained|explaining|told|described|relayed|conveyed|outlined) (them|him|her|my colleague)? (everything|it all|all of it|the situation|the issue|your <1>)`,
      `(not|won't|never|nobody will|no one will|don't) <2> (be asked|ask|ask you|need you to) <6> (same|again|over|twice|repeat)`,
      `(already)? familiar with <1> (your|the|everything|all)`,
      `${HOLDER} <2> (can|will|'ll) <2> (hit the ground|jump right|jump straight|dive right|dive straight|get straight|get right|go straight|start right)`,
      "(it's|it is|everything's|everything is|all of it is|it's all|that's all|all) <1> (in (the|your|my|our) (notes|file|ticket|system|log|case)|on (file|record|the ticket))",
      `(i've|i have|we've|we have|i'll|i will|i'm|i am|we'll) <1> (given|sent|giving|give|send|hand|handing|leaving|left|leave) (them|him|her|the (agent|team)|my colleague) <2> (a)? <2> (summary|summaries|rundown|recap|overview|context|heads up|transcript|notes|history|lowdown|picture|details|background|everything)`,
      `${WHOLE} <4> (will|is|are|has|have|gets|get|was|were|been|'ll) <3> (passed|shared|forwarded|sent|transferred|visible|available|handed|carried|kept|saved|attached|included|in front of|transfer|carry|follow|travel|with them|noted|on file|recorded|in (the|your|our) (notes|ticket|case|file)|there)`,
      `${WHOLE} <1> (travels|travel|carries|carry|follows|follow|goes|go|comes|come|moves|move|stays|stay|remains|remain) (with|along|over|on|to|in|here)`,
      `(pick|picking|picks|carry|carrying|continue|resume|start|take|taking) <2> (up|on|it|things|this)? <1> (from)? <1> (exactly|right)? where (we|you|i|the bot|it) <2> (left off|stopped|are|were|finished|ended)`,
      `(skip|skipping|bypass) <2> (explanation|explanations|explaining|recap|repetition|repeating|intro|backstory|basics)`,
      "(has|have|got|gets) (all|everything|the full|the whole|every|all of) <1> (the|your)? <1> (info|information|details|context|history|notes|background|story|picture|chat)",
      "(made|make|making|left|leaving|added|adding|wrote|written|taken|took|kept|keep|keeping) <2> (note|notes|record|summary|recap) <2> (of|for|about|on) <2> (this|everything|all|what|it|that|next|our|your|them|him|her|my)",
      "(summary|notes|recap) (that)? (i've|i|we've) <1> (written|wrote|made|left|put|prepared|taken)",
      "nothing <5> (lost|missed|forgotten|gets lost)",
      "no (explanation|explanations|introduction|introductions|recap) <1> (needed|necessary|required)",
      `${HOLDER} (will|'ll|now|already)? (have|has) <1> (your|all your|the) <1> (description|photos|photo|pictures|answers|info|details|chat|messages|file|data|information|responses|background|screenshots|reference|context|notes)`,
      `${HOLDER} <3> (know|knows) <1> (about (your|this|the|everything|it|what|you)|what (you|the|happened|we|was|has|is wrong)|why|all|everything)`,
      "no (repeating|repetition|re explaining|explaining|retelling|starting over) <2> (needed|necessary|required)?",
      `${NEEDLESS} <2> (go|going) (back|all)? (over|through) <2> (details|everything|it|story|this|that|situation|issue|same|whole)`,
      `(let|letting) (them|him|her|${HOLDER}) know (what|what's|where|about|everything|your|the|all|why)`,
      `(they'll|he'll|she'll|they will|he will|she will) <3> (have|see|know|read|get|receive) <3> ${WHOLE}`,
      "(knows|know|heard|read) (the|your) (whole|full)? (story|situation|background|backstory)",
      "(summarised|summarized|summed up|recapped|written up|typed up|wrote up|noted down|written down|jotted down) <1> (it|this|that|case|chat|conversation|issue|everything|situation|all|story|problem) <3> (for|so|already|them|him|her)",
      "(keep|keeping|kept|hold|holding|save|saving) (your|our) (place|spot) in (the|your|this|our) (story|conversation|chat|thread|talk)",
      "(details|notes|chat|conversation|history|everything|file|case|context|transcript|story) <2> in front of (them|him|her)",
      `(pick|picks|picking) up (the|your) (thread|story|conversation)`,
      `(only|just) (need|have|had) to (say|tell|explain|give|describe) <3> once`,
      `(save|saves|saving|spare|spares|sparing) you <2> (doing|going|having|from|the) <5> (again|twice|over|repeat*)`,
      `nothing (more|else|left|further|new)? (to|for you to|you (need|have) to) <1> (add|explain|say|tell|repeat)`,
      `${HOLDER} <2> (already|fully|all)? (know|knows) <1> (about (your|this|the|everything|it|what|you|us)|which <2> you|who you|how you)`,
      `${HOLDER} (knows|know|understands) <1> (the|your|about|what|everything|all) <2> (story|situation|history|background|everything|happened|already|issue|case)`,
      `(save|saves|saving|spare|spares|sparing) you <4> ${AGAIN}`,
      `(once is enough|you only (need|have) to (say|tell|explain) it once|won't ask you (the same|again|all)|(not|never|won't) be asked <3> (again|twice)|same questions (again|twice))`,
      "(no need|don't need|do not need|won't need|will not need|won't have|will not have|needn't|don't have|do not have|without having|without you having|never have|not have|not need|no reason|without the need|shouldn't have|should not need) <3> (repeat*|re explain|explain* <4> again|start <1> over|write <3> again|tell <4> again|say <3> again|type <3> again|go (through|over) <4> again|retype|describe <4> again|give <4> again|begin again|restate)",
      "(so (that)?)? you (won't|don't|needn't|will not|do not|shouldn't) <2> (repeat|re explain|start over|explain <3> again)",
      "(they|he|she|the agent|our agent|agent|colleague|colleagues|the team|the human|representative|specialist|someone|advisor|who) <2> (will|'ll|can|has|have|already|is able to|are able to|gets|get|they'll) <2> (have|has|see|read|receive|know|access to|got|get|been given|view|reviewing|review|full) <2> (our|your|the|this|all|everything|full|entire|whole|complete|what) <3> (conversation|chat|history|transcript|context|details|messages|notes|information|written|said|you|discussed|everything|so far|wrote|told|above)",
      "(shared|sharing|passed|passing|forwarded|forwarding|sent|sending|attached|including|handed|giving|given|pass|share|send|forward) <1> along? <2> (our|your|the|this|all|everything|full|entire|what) <2> (history|transcript|context|details|messages|notes|information|you (wrote|said|told))",
      "(shared|sharing) <1> (our|your|the|this|full|entire|whole) <2> (conversation|chat)",
      "(your|this|our|the) <1> (history|transcript|context|information) <2> (will be|is|has been|was|gets) <1> (shared|passed|forwarded|sent|transferred|visible|available|handed|carried|kept)",
      "(nothing|none of it|not a word) <3> (repeated|told|said|explained|written|typed) <2> (twice|again|a second time)",
      "(our|your|the|this|full|whole|entire) <1> (conversation|chat|history) <4> (available to|visible to|passed along|goes along|travels|comes along|goes with|in front of)",
      "(everything|all|what) you <1> (wrote|typed|said|told|sent) <4> (goes|travels|comes|stays|is passed|is shared) <2> (along|with|on)",
      "(giving|give|pass|passing|handing) (them|him|her|my colleague) <2> (all|everything|details|what) <4>",
      "(read|seen) (this|the|our|your) <1> (conversation|chat) <2> (by then|already|before)",
      "(can|will|able to) <1> see (the|our|your|this) <1> (conversation|chat|history)",
      "everything (you|we) <2> (wrote|said|told|written|discussed|shared|entered|provided) <2> (is|will|has|goes|comes|stays)",
    ],
    unless: NOT_PROMISED,
  },
  {
    // Who comes knows what was said, has it before their eyes, or needs it no second time.
    rule: "no_repeat.known",
    label: "no_repeat",
    confidence: 0.85,
    any: [
      `${HOLDER} <2> (know|knows|knowing|understand|understands) (all|everything|already)? <1> (about)? (your|ur|what) <1> (issue|problem|case|details|story|situation|symptoms|history|background|you|happened|went)`,
      `(${ROLE}|he|she|they|he's|she's|they've) <3> (told|briefed|informed|clued in) (about|on) (your|ur|what|everything|the|all)`,
      `${TOLD} <2> (is|are|'s|was|were) <3> (visible|known|with|in front of|on|open|there|up) <1> (to|for|on)? <2> (${ROLE}|screen|desk|them|her|him)`,
      "(give|giving|gave|given) <2> (a|the) <1> (short|long|full|whole|quick) (version|story)",
      `(have|has|they'll have|he'll have|she'll have|having) <1> (read|seen|gone through|reviewed|gone over) (this|it all|everything|all of this|${TOLD}) <2> (by|before|when)`,
      `(fill|filling|filled|fills|clue|clueing|clued) (them|him|her|${HOLDER}) <1> in`,
      `(i'll|i will|i'm going to|let me|i've|i have|i can|we'll|we've) <1> (explain|explained|relay|relayed|lay out|laid out|outline|describe) (it|this|that|everything|it all|the <1>|your <1>) <1> (to|for) (them|him|her|${HOLDER})`,
      "(nobody|no one|none of (them|us)|so they don't|they won't) <2> (ask|asks) you <3> (again|twice|same)",
      `(sent|sending|send|passed|passing|forwarded|forwarding|shared|sharing) (all|both)? (your|these|those) <1> (photo|photos|picture|pictures|screenshot|screenshots|answer|answers|details|documents|logs|log) <4> (ahead|along|on|over|across|to) <2> ${ROLE}`,
      "(no|without|never|not|won't be|isn't) <2> (second|another|extra|repeat) (round|time|set|run) of <1> (questions|questioning|explaining|explanations)",
      "(no|without|stop|avoid|spare*) <2> going (round|around) in circles",
      "(said|told|explained|telling|saying|explaining) <2> once <3> (enough|plenty|sufficient)",
      "(pick|carry|continue|resume|go on) <4> (at|from) <1> (this|the|that) <1> (same|very|exact) <1> (point|spot|place|step|line)",
      "(tell|told|telling|explain|explained|explaining|version|story|notes|summary|brief|briefed|briefing|fill|filled) <6> so (that)? you (needn't|don't have to|won't have to|do not have to|don't need to|won't need to) $",
      `${TOLD} (travels|goes|moves|comes|follows|stays|carries) (over)? (with|along)`,
      `(skip|without) <1> (the|all the|any)? (introductions|explanations|backstory|recap)`,
    ],
    unless: NOT_PROMISED,
  },
];
