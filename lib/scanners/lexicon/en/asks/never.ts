/** It is not wanted, or was done, said or asked by others. */
const NOT_WANTED = [
  "(don't|do not|dont|didn't|did not|doesn't|does not|don t|not|wouldn't|no longer) (really|even|actually|necessarily|particularly)? (want|need|wanna|wish|like|care|have|plan|intend|looking|trying|asking|going|interested|necessary) (to|in|for|like to|me to|you to)? (have to|be|being|get|keep)? (@ask_speak|speaking|talking|chatting|contact|contacting|transfer|put|pass|transferred|transferring|connected|connect|escalate) (me|to|with|a|an|any|in)?",
  "(don't|do not|dont|didn't|did not|not|no longer) (really|even|actually)? (want|need|require|looking for|asking for) (a|an|any|the|your|to)? @ask_kind? (human|agent|person|representative|rep|supervisor|manager|operator)",
  "(no need|not necessary|no reason|don't bother|rather not|prefer not|without|instead of|rather than|needn't|not have|unless|hate|hated|avoid|afraid|scared) (having|needing|to|for|i|with)? <1> (@ask_speak|speaking|talking|chatting|contact|contacting|transfer|transferring|an agent|a human|a person|a supervisor|a manager) (to|with|a|an|me|any)?",
  "(don't|do not|dont|never|no need to|not) (transfer|connect|escalate|pass|forward|put) (me|it|this|us)",
  "(would|could|should) (have|of|'ve) <2> @ask_speak",
];
const OTHERS = [
  "(you|u) (don't|do not|dont|needn't) <1> (need|have) to (get|call|bring|transfer|find|involve|ask)",
  "(he|she|they|you|who|friend|wife|husband|mother|mom|dad|father|son|daughter|customer|client|colleague|people|team) (also|then|just|all|really|always|still)? (want|wants|wanted|need|needs|needed|had|has|got|went|used|like|likes|love|loves|have) to <1> (@ask_speak|reach|contact|get)",
  "(told|advised|instructed|said|asked|recommended|suggested|suggests|says|tells|required|referred) (me|us|him|her|them|that|it)? <1> (to|i|i'd|should|could|we) <2> (@ask_speak|call|contact|reach|wait)",
  "(i|we) (was|were) (able|supposed|told|going|about|trying|hoping|asked|finally|then) <2> (@ask_speak|contact|reach|transferred|connected)",
  "(i|we) (finally|eventually|already|just)? (managed|had|got|went|needed|wanted|used) to <1> (@ask_speak|contact|reach|call) <8> (yesterday|last|ago|earlier|before|and (he|she|they|was|got|it)|but|who (told|said|was)|then|twice|times)",
  "(do|did|can|are|were|have|does) (you|u|ya|chatbots|bots|robots|it|he|she) (ever|like|often|always|get|still|also|sometimes|usually|really|enjoy|only|know|how|to|even)? <2> (@ask_speak|talking|speaking|chatting) (to|with) (a|any|other|real|many)? (humans|human|people|person|persons|someone|anyone|anybody)",
  "(am|are|was|were|is|if) (i|you|u|we|this|it|i'm) (really|actually|even|currently|still|just|now)? (speaking|talking|chatting|a|an|dealing|connected|messaging)",
  "@ask_speak (to|with) (a|the|some)? (real|actual|human)? (person|human|people|someone|agent|manager) (in|at|from|of|on) (my|the|his|her|another|their|other) (bank|hotel|airport|store|shop|hospital|restaurant|family|office|school|work|property|building|airline|post|desk|door|reception|village|street|university|embassy)",
];
const ELSEWHERE = [
  "do (i|we) (have|need) to @ask_speak",
  "(set up|setup|configure|enable|implement|integrate|build|train|develop|software|feature|api|webhook|workflow|automate)",
  "(waited|took|takes|taken|spent|tried) <5> to (@ask_speak|get|reach|contact)",
  "(had|having|after|during|from|last|previous|earlier|was in) <2> (chat|talk) (with|to)",
  "(whenever|every time|each time|everytime|last time|first time|when|once|after|before) (i|we) <2> @ask_speak",
  "(keep|keeps|kept|always|when|whenever|every time|each time|if i|if we) <2> (get|getting|be|being|am) (transferred|connected|put)",
  "(you|u) (can|could|should|might|need|have|may|want|better|must|would) <2> @ask_speak",
  "(agent|agents|representative|representatives|office|branch|advisor) <2> (nearby|near|close|in my area|in the area|in my city|in my town)",
];
/** When the words of asking for a person ask for nobody. */
export const NEVER = [...NOT_WANTED, ...OTHERS, ...ELSEWHERE];
/** Humans who are none. */
export const NO_HUMAN = "human (resources|resource|rights|error|errors|nature|trafficking|readable|body|like)";
