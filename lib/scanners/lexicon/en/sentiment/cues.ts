import type { Phrase } from "../../../phrase.ts";
import { AWFUL, SERVICE, SWEAR } from "./words.ts";

const cue = (name: string, any: string[], unless: string[] = []): Phrase => ({
  ...{ rule: `cue.${name}`, label: "cue", confidence: 0.1, any },
  ...(unless.length > 0 ? { unless } : {}),
});

const PERIOD =
  "(minute|minutes|mins|hour|hours|hrs|day|days|night|nights|week|weeks|fortnight|month|months|year|years)";
const SOME = "(#|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|few|couple of|half|whole)";
const ORDINAL = "(second|third|fourth|fifth|sixth|seventh|tenth|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|umpteenth|nth)";
const CHANNEL =
  "(called|rang|phoned|ring|emailed|messaged|tweeted|contacted|wrote|spoken to|spoke to|spoke with|explained|complained|reported|chased|asked|reached out|dmed|requested|queued|visited|drove)";

/** What says little by itself of whether somebody is dissatisfied, and much together; `leaning.ts` weighs it, and weighs
 * against it what speaks of an ordinary request. */
export const CUES: Phrase[] = [
  cue(
    "bad",
    [
      AWFUL,
      "(worst|worse|badly|poor|poorly|terribly|failure|joke|mess|nightmare|disaster|shambles|disgrace|nonsense|stupid|dumb|insane|madness|unbelievable|unreal|slow|rude|unfair|unhelpful|messed up|hopeless|clueless|incompetent|careless|lazy|greedy|painful|headache|chaos|clunky|misleading|lie|lies|lied|lying|excuse|excuses|blame|nerve|cheek|horror|cruel|embarrassing|rubbish|ruined|wasted|waste|annoying|hate|hated|dislike|gouging|illegal|scam|rip|ripping|ripped|cheated|overpriced|extortionate|ignored|ignoring|neglected|abandoned|insulted|beyond|lousy|mediocre|underwhelming|pointless|flimsy|dodgy|shady|sketchy|sneaky|faff|farcical|dumbest|slowest|joke of a)",
    ],
    [
      `(not|isn't|wasn't|no|never) <1> (bad|wrong|slow|rude|${AWFUL.slice(1, -1)})`,
      "(my bad|too bad|what's wrong|sorry for the|worst case)",
    ],
  ),
  cue("poor", [
    "(wrong|fail|fails|failed|failing|broken|mistake|bad|sad|shame|silly|crazy|mad|ugly|confusing|weird|cold|dirty|filthy|late|mess|pain|hassle|sucks|sucked|sick|tired|disappears|lost|damaged|smashed|soaked|mouldy|cracked|torn|leaking|smelly|noisy|unusable|unreadable|difficult|hard|impossible|complicated|hacked|expensive|barely|bricked)",
  ]),
  cue(
    "upset",
    [
      "(frustrat*|annoy*|disappoint*|upset|unhappy|angry|irritat*|fed up|tired of|sick of|gutted|shocked|disgust*|furious|livid|stressed|fuming|confused|struggling|struggle|complain*|complaint|regret|let down|patience|unimpressed|dissatisf*|offended|appalled|baffled|astonished)",
    ],
    [
      "(you|you're|he|she|they|don't|not|it's|without|sorry for) <2> (frustrated|annoy*|upset|angry|mad|disappoint*|complain*|confus*|stress*)",
      "my regrets",
    ],
  ),
  cue("still", ["(still|yet to|even now|to this day|as yet)"]),
  cue("again", ["(again|another|constantly|continually|repeatedly|keep|keeps|kept|same|once more|endless|endlessly)"]),
  cue(
    "long",
    [
      `(over|after|past|been|took|taken|takes|taking|waited|waiting|spent|since|wait) <3> ${SOME} <1> ${PERIOD}`,
      `(day|week|month|hour|year) (#|two|three|four|five|six) (of|without|and|with|now|since|trying)`,
      "since (january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last (week|month|year|night|monday|tuesday|wednesday|thursday|friday)|# (am|pm)|noon|christmas)",
      `(it's|its|it has|has) been <2> ${PERIOD}`,
      `(more than|over|almost|nearly|best part of) <1> ${PERIOD}`,
      `${SOME} <1> ${PERIOD} (later|now|on hold|on the phone|and|since|for|of|to|in a|without|trying|waiting|already|late|ago)`,
      `(for|in) (over|the past|the last|almost|nearly|more than|#|two|three|four|five|six|several|many|a) <1> (minutes|mins|hours|hrs|days|weeks|months|years|fortnight|month|year)`,
      "(all day|all morning|all night|all afternoon|all week|ages|forever|eternity|whole day|so long|long time|too long|day off|by now)",
    ],
    [
      "(room|hotel|plan|book|booking|reservation|rent|stay|nights|appointment|trial|people|guests|would like|i want|battery life) <6>",
    ],
  ),
  cue("waited", [
    "(waiting|waited|on hold|wait|queue|queued|queuing|delay|delayed|delays|overdue|held up|stuck|stranded)",
  ]),
  cue("ordinal", [
    `${ORDINAL} <1> (time|day|week|month|attempt|person|agent|one|call|email|evening|morning|night|order|replacement|delivery|flight|visit|engineer|year)`,
    `(#|two|three|four|five|six|seven|eight|ten|several|multiple|many|countless|numerous) <1> (times|agents|departments|calls|emails|attempts|visits|messages|phone calls|chats|tickets|engineers|reps|numbers)`,
    "(twice now|twice already|more than once|time after time|round and round|back and forth|in circles|going nowhere|getting nowhere|pillar to post)",
  ]),
  cue("effort", [`(i|i've|we|we've|ive|having|been|just|already|had to|have|and) <2> ${CHANNEL}`]),
  cue("nothing", [
    "^ nothing $",
    "(no one|nobody|noone|nothing|none|not one|not once|not a single|nowhere|neither|zero|0)",
    "no (reply|response|answer|answers|call|text|email|show|help|update|updates|solution|news|explanation|apology|notice|warning|refund|sign|idea why|way to|reason|communication|info|information|signal|internet|service|luck|money|heating|water|power|word|end|point|sense|wonder|excuse)",
  ]),
  cue("never", [
    "(never|not even|hardly|barely|at all|whatsoever|refuse*|unable|impossible|can't even|cannot even|won't even)",
  ]),
  cue("always", ["(always|every|everytime|constantly|all the time|each time|everything|everyone|whenever|ever)"]),
  cue("blame", [
    "(you|u|they|y'all|you guys|you lot|you people|company|staff|driver|drivers|courier|rep|agent|engineer|app|website|airline|bank) <1> (charge|charged|took|taken|sent|lost|lose|split|cancelled|canceled|removed|changed|broke|promised|ignore|ignored|refuse|refused|let|left|made|moved|keep|keeps|kept|messed|failed|raised|force|forced|gave|increased|hide|hid|pulled|ruined|treat|treated|wasted|waste|decided|blocked|kicked|banned|suspended|stopped|dropped|hiked|doubled|missed|forgot|bumped|downgraded|stole|steal|robbed|rob|hung|overcharged|sold|closed|deleted|threw|dumped|marked|destroyed|killed|pretend|pretends|claim|put me|put us|cut|wiped|billed|switched|shrugged|laughed|accused|accuse|brought|wiped|restocked|advertise|advertised|banned|rejected|bounced|dropped|disconnects|messed|ran|rolled|hide|leaked|scratched|served|delivered|booked me|moved|answer with)",
    "(your|ur) <1> (fault|mistake|error|outage|problem|mess|lack|failure|incompetence|excuses|lies|customers|drivers|colleague|staff|engineer|company|people|servers|bot|hold music)",
  ]),
  cue(
    "you_do",
    [
      "(you|u|they|y'all|you guys|they've|you've) <1> (can't|cannot|won't|don't|didn't|haven't|hasn't|aren't|never|couldn't|wouldn't|want|expect|asked|ask|say|said|think|clearly|obviously|seriously|honestly|call|had|have had|make|take|get|got|do|did|just|should|need to|must|ought)",
      "(your|ur) <1> (system|website|site|app|policy|service|update|team|network|store|branch|stuff|delivery|prices|support|agent|agents|phone line|menu|product)",
    ],
    ["(if|when|can|could|do|did|would|will|are|have) (you|u)"],
  ),
  cue("you", ["(your|you're|youre|you've|youve|ur|yours|yourselves|with you|by you|of you)"]),
  cue("past", [
    "(was|were|been|had|took|got|came|went|gave|brought|sent|left|made|kept|turned|showed|arrived|ordered|bought|paid|spent|waited|sat|stood|tried|couldn't|wasn't|weren't|didn't|never)",
  ]),
  cue("this", ["(this is|this was|that's|thats|this|these|not|only|absolute|thing|so)"]),
  cue("yet_to", [
    "(my own|someone else|somebody else|notice|promise|today either|yesterday|or what|at least|one person|a single|any of you|anyone|ever|once|than|more|less|too|enough|four|five|six|seven|ten|eleven|twelve)",
  ]),
  cue("you_people", [
    "(company|companies|you guys|you lot|you people|y'all|yall|u guys|these people|your lot|over there|a company|company this size|company your size)",
  ]),
  cue("told", [
    "(was|were|been|am|got|being) <1> (told|promised|assured|advised|informed|quoted|guaranteed|overcharged|ignored|passed|lied|left|forced|refused|denied|treated)",
    "(promised|apparently|supposedly|allegedly|supposed to|meant to|should have|should've|so called|claims to|claim to|signed up)",
    "(you|they|agent|rep|driver|website|app|site|email|chat|tracking|it) <1> (said|says|told|claims|claimed|promised|assured)",
  ]),
  cue("instead", [
    "(but|yet|instead|anyway|although|though|only to|even though|despite|however|when i|after i|and then|and now)",
  ]),
  cue("even", [
    "(even|actually|literally|honestly|seriously|basically|clearly|obviously|surely|really|simply|absolutely|totally|completely|utterly|ridiculously|frankly|genuinely|apparently|supposedly|beyond|just|so much|way too|far too)",
  ]),
  cue("why", [
    "why (do|did|are|can't|cant|won't|wont|don't|dont|didn't|haven't|hasn't|would|wouldn't|on earth|the|bother|is it|isn't|am i|does every|should|must|have|has|not|advertise|offer|even|you|u|your|is (everything|nobody|no one|your|there no)) <6>",
    "(how (come|hard|difficult|is|many (more|times (do|have|must|are|is|will|did) (i|you|we|they))|can (you|a|an|it|this|that|they)|could|on earth|long (do|must|am|are|will|does)|dare)|since when|who (thought|decided|asked|the)|what's (the point|even|going on)|whats (the point|going on)|what (is (the point|going on)|exactly|on earth|the|kind of|sort of)|where the|do you even|(does|is) anyone|are you|imagine)",
  ]),
  cue("asks_why", ["(why|how come|how long)"]),
  cue("tag", [
    "(is it|isn't it|do you|don't you|do they|does it|are you|shall i|should i|did you|am i|was it|then|huh|eh) $",
  ]),
  cue("so", [
    "^ <1> so (i|you|we|now|basically|much|the|your|my|what|that|apparently|they|it|after|let me)",
    "^ (and|yet|but|another|not|nope|yep|again|imagine|really|honestly|seriously|wow|literally|still|3|never|worst|absolutely|cheers|oh|ah|well|typical)",
  ]),
  cue("unreal", [
    // What begins alike stands together: it is told apart by one look at the next word.
    "(you'd think|(you|one) would think|(might|may) as well|(would have|would've) been|(could|should) have|could've|if (only|i wanted)|it's (like|as if|#)|it is #|as if|asking too much|too much to ask|is (all it|not an)|isn't an answer|call that|i'd call|(be|would be) nice if|couldn't care|(can't|cannot) believe|don't (understand how|understand why|get how|get why|want to hear)|(in|of) my life|no (longer|thanks to)|used to (be|work|have)|gone downhill|these days|for (half|the privilege)|well played|makes sense|says it all|one job|year old could|bare minimum|least you|simple question|straight answer|common (sense|courtesy)|beggars belief|beyond me|good (enough|luck)|expected better|expect better|do better|deserve|in this day and age|first time this|third world|stone age|treat (us|me|people|customers)|i (rely on|depend on|miss the days)|so done|getting (old|silly)|wonder how|just (wow|answer)|great stuff|lost count|never again|oh my god|honest question|out of the window|enough of|every single|what a|how many times (do|have|must|are|is|will|did) (i|you|we|they|it)|(beginning|starting) to think)",
    "not (asking for|what (i|you)|sure how hard|good enough|acceptable|impressed|happy|okay|ok|great|fair|cool|ideal|worth|the first time|paying for)",
    "the (point of|fact that|hell|pleasure)",
  ]),
  cue("money", [
    "(paid|paying|pay|money|charged|charging|price|prices|cost|costs|fee|fees|expensive|pounds|quid|dollars|bucks|extra|premium|loyal|years|customer|customers|member|membership|profit)",
  ]),
  cue("poorly_served", [
    `${SERVICE} <2> (is|are|was|were|has|have|can't|won't|doesn't|don't|never|keeps|went|seems|must)`,
    "(customer|customers) <1> (service|care|support|experience|satisfaction|relations)",
  ]),
  cue("aside", [
    "(lol|haha|hahaha|lmao|jk|kidding|apologize|apologise|apologies|my fault|my mistake|my bad|oops|whoops|by accident|accidentally|i forgot|i'm so (stupid|sorry|dumb)|sorry)",
    "(my|his|her) (wife|husband|friend|boss|brother|sister|mom|mum|dad|son|daughter|kids|dog|cat|girlfriend|boyfriend|coworkers|colleague)",
    "(weather|clouds|rain|snow|movie|song|joke|party|wedding|concert|birthday)",
  ]),
  cue("if", ["(if|in case|whether|would you|you (can|could|may|might|probably|need to|have to|want to))"]),
  cue("good", [
    "(great|nice|lovely|brilliant|fantastic|wonderful|perfect|good|excellent|amazing|awesome|love|loved|loving|well done|congrats|congratulations|bravo|impressive|helpful|happy|glad|best|superb|cheers|fun|joy|classy|beautiful|cool|impressed|enjoy|excited|works|worked|sorted|fixed)",
  ]),
  cue("thanks", ["(thank|thanks|thankyou|thx|ty|appreciate|appreciated|grateful|kind|kindly|regards)"]),
  cue("please", ["(please|pls|plz|help|advise|assist|assistance|advice|ideas|suggestions|tips)"]),
  cue("hello", [
    "^ (hi|hello|hey|hai|good (morning|afternoon|evening|day)|dear|greetings|yes|yeah|no|ok|okay|sure|alright|yep|thanks)",
  ]),
  cue("asks", [
    "^ <2> (can|could|may|would|will|do|does|is|are|when|where|which|what|how|who|should|did|has|have) (i|you|u|we|my|the|it|this|there|someone|somebody|anyone|that|a|to|do|much|many|is|are|does|your|can|should|would|will)",
  ]),
  cue("wants", [
    "(i'd like|i (would like|need|want)|(like|want|need|trying|how|wanted|possible) to|looking for|wondering|question|hoping)",
  ]),
  cue("plain", [
    "(my name|account number|id|number is|reservation|booking|appointment|table|install|installed|installing|package|kernel|config|script|function|file|files|folder|directory|version|driver|drivers for|api|code|command|terminal|boot|partition|server|plugin|library|link|screenshot|settings|password|log in|login|error|screen|button)",
  ]),
  cue("oath", [
    SWEAR,
    "(wtf|hell|shit|crap|fuck|ffs|smh|omg|ugh|argh|jesus|christ|god|sigh|damn|arse|ass|screw|sake|seriously|come on|cmon|enough)",
  ]),
  cue("broken", [
    "(doesn't|don't|isn't|won't|can't|cannot|not|stopped|stops|never|didn't|couldn't|hasn't|haven't|wont|cant|dont|doesnt) <2> (work|working|load|loading|connect|open|log|access|use|get|play|arrive|arrived|happen|turn|charge|update|sync|show|receive|received|respond|fix|fixed)",
    "(crash*|freez*|lag|lags|lagging|buffering|outage|glitch*|bug|bugs|buggy|down|dead|cancelled|canceled|lost|missing|damaged|hacked|locked|disconnect*|error|issue|issues|problem|problems|trouble)",
  ]),
  cue("fix", [
    "(fix|sort|stop|bring back|get rid|do something|do better|needs to|need to|should|must|hurry|improve|learn|train|hire|try using)",
  ]),
];
