import type { Phrase } from "../../../phrase.ts";
import { familyOf, SERVICE } from "./words.ts";

const family = familyOf("frustration");

const SUPPORT = "(support|service|care|help|helpline|assistance|cooperation)";
const REMEDY =
  "(solution|solutions|resolution|resolutions|refund|refunds|response|responses|reply|clarity|explanation|reason|answer|answers)";
/** Units written on to the number, which is a word of its own then. */
const LATE =
  "(1hr|1hrs|2hr|2hrs|3hr|3hrs|4hr|4hrs|5hr|5hrs|6hrs|1hour|2hour|2hours|3hours|4hours|30min|30mins|40min|40mins|45min|45mins|50min|50mins|60min|60mins|90min|90mins|2days|3days|4days|5days|7days|10days|15days)";

/** Where nobody served the customer, where time went by, and what they tell others of it. */
export const LETDOWN: Phrase[] = [
  family(
    "no_service",
    0.75,
    [
      `(there is|there's|theres|there was|is|has|have|had|got|with|and|but|absolutely|literally|simply|almost) (absolutely|literally)? (no|zero|0|not any) (customer|client|technical|proper|real)? <1> (${SUPPORT}|solution|solutions|resolution|accountability|responsibility|follow up)`,
      `^ (no|zero|0) (customer|client|proper|real)? ${SUPPORT} <5> $`,
      `(not|no|never|without) <1> (proper|satisfactory|clear|concrete|proper|fair|valid|real) <1> (${REMEDY}|${SUPPORT})`,
      `(didn't|did not|doesn't|does not|don't|do not|never|not|won't|failed to|fail to|fails to|unable to|refused to|refuse to|refuses to) <1> (even)? (provide|provided|providing|give|gave|giving|offer|offered|offering) <3> (${REMEDY}|${SUPPORT}|guidance)`,
      `(but|and|yet|still) (got|get|getting)? (no|not|zero) (any)? (${REMEDY}|use|help|action)`,
      "(refused|refuse|refuses|declined|denied|deny|rejected|reject) <2> (my|our) <2> (return|refund|request|claim|complaint|replacement|money)",
      "(return|refund|claim|replacement|complaint) <2> (was|is|got|were|been|keeps|getting) <2> (declined|denied|rejected|refused|closed)",
      "(without) (any|a|giving|giving any)? <1> (reason|notice|explanation|warning|consent|permission)",
      `${SERVICE} <1> (is|was|are|were) <1> (not|never|no longer) <2> (good|great|proper|professional|reliable|helpful|up to|customer friendly|responsive|cooperative)`,
      "(not|isn't|aren't|never|no longer) <2> (trustworthy|reliable|trusted|genuine|dependable|customer (friendly|centric|oriented)|user friendly)",
      "(pay|paid|paying|charged|charges|charging) <3> for <4> (didn't|didnt|did not|never|don't|not) <2> (want|order|ask|receive|get|use|need|authorize|authorise)",
      "(doesn't|does not|didn't|won't|can't|never|not) <1> connect (me|us|you)? <1> (to|with) <2> (agent|agents|human|person|anyone|executive|someone)",
      "(should|could|must|can) <2> (at least|atleast) <5>",
      "(at least|atleast) (provide|give|have|let|answer|reply|respond|tell|inform|try) <4>",
      "(suddenly|all of a sudden|out of nowhere) <5> (blocked|suspended|closed|deactivated|deducted|banned|locked|disabled|removed)",
      "(stop|quit) (sending|spamming|calling|bothering|harassing|texting|emailing|pushing|forcing|showing) <5>",
      "(forcing|forced|forces|force) (me|us|users|customers|people) to <5>",
      "(mind (your|its|their|ur) own (business|buisness)|stop policing)",
      "then why <2> (you|do|did|are|is|have|has|u|they)",
      "without (resolving|notifying|informing|telling|asking|explaining|solving|fixing|consulting|checking|listening) <3>",
      "(not|wasn't|isn't|weren't|no) <1> (my|our) (fault|mistake|error)",
      "(mistake|fault|error|delay) <3> (not|isn't|wasn't) (mine|ours)",
      "(agent|agents|staff|they|you|support|nobody|no one|executives) (don't|doesn't|do not|didn't) (even)? know how to",
      "(don't|doesn't|do not|does not|no|not) <1> (have|has|having)? (any|an|no)? option (to|for|of|left|available) <3>",
      "(won't|doesn't|didn't|does not|will not|wouldn't|not) <1> (let|letting) (me|us|you|people|customers) <4>",
      "(charged|charge|charging|pay|paid|deducted) <2> (the)? (full|whole|entire) (amount|price|fee|bill)",
      "if (you|u|they|ya) (can't|cant|cannot|couldn't|don't|are not able to) <5> then <4>",
      "(marked|marking|shows|showing|says|saying|closed) <2> as (delivered|resolved|completed|solved|closed|received) <2>",
      "(bad|wrong|poor|worst) (choice|decision)",
      "(consumer|small claims) (court|forum)",
      "(leave|leaving) (me|us) alone",
      "(can't|cannot|cant|couldn't|unable to|impossible to|never|hard to) <1> (get past|surpass|bypass|get around|get beyond) <2> (bot|bots|machine|ai|menu|robot|chatbot)",
      "(can't|cannot|cant|couldn't|unable to|not able to|no way to|hard to|difficult to) <1> (even)? (raise|file|lodge|register) <2> (ticket|complaint|complaints|query|issue|concern)",
      "(has|have|had|it) (become|became) <2> (burden|nightmare|joke|pain|useless|worse|worst|trash|pathetic|mess|scam|headache|disaster)",
      "same (old)? (story|cycle|drama|excuse|excuses) <3>",
      "(customer care|customer service|support|helpline) <2> (not|isn't|never) <1> (supported|supporting|supportive|responding|respond|answering|reachable|reach|picking|helping|working|bothered)",
      "(does|do|did|doing|done|does absolutely) nothing <1> (about|to|for|when|and|at all|regarding)",
    ],
    [
      "no (help|support|service) (needed|required|necessary|for|of)",
      "(no|not) <2> (problem|worries|issue|issues) (with|at)",
      "(if|in case|unless) <4> (no|not|without)",
      "(thanks|thank|great|excellent|amazing|love)",
      "(cancel|cancelled|return|returned|change|book|booking) <4> without",
      "(do i|can i|is it|does it|could i|will i|will it|are there|is there|how (do|can|to))",
    ],
  ),
  family(
    "takes_longer",
    0.7,
    [
      `(wait|waited|waiting|for|since|after|over|than|almost|nearly|took|takes|taking|been|spent|sat|stuck|delayed) <3> ${LATE}`,
      `${LATE} <2> (late|delay|delayed|and still|still|no|wait|waiting|gone|passed)`,
      "(took|takes|taking|take|wait|waited|waiting) <1> (more than|over|upto|up to|almost|nearly|around) <2> (#|an|one|two|three|four|half an) (min|mins|minutes|hour|hours|hrs|days|weeks)",
      "(keep|keeps|kept|keeping) <1> (changing|pushing|increasing|extending|delaying|postponing|getting (pushed|delayed|extended|postponed)|rescheduling|moving) <4>",
      "(goes|going|went|go) on and on",
      "(still|again|always|daily|every time|everytime|constantly|also|again and again) <1> (face|faces|facing|faced) <1> (this|the|same|these|such|many|a) <2> (issue|issues|problem|problems|error|errors)",
      "(delayed|delay|late) by <2> (double|twice|#|an|two|three|more than|almost|over) <3>",
      `(by|it|now|already) <1> (now|already)? (close to|past|almost|nearly|after) # <1> (still|and) <2> (waiting|no|nothing)`,
      "no (proper)? (response|reply|update|news) <2> (still|now|yet|since)",
    ],
    ["(how|will|would|does|should|can|could) <6> (take|takes)", "(happy|fine|worth)"],
  ),
  family(
    "warned",
    0.75,
    [
      "(don't|dont|do not|never|pls don't|please don't|avoid|stop) <1> (use|using|buy|buying|order|ordering|install|installing|download|downloading|trust|trusting|waste|book|booking|go for|purchase|purchasing|subscribe|fall for) <1> (this|it|that|from (here|this|them|these)|here|them|your (time|money)|anything|on this|these (people|guys)|through)",
      "(won't|wouldn't|will not|would not|will never|would never|never|cannot|can't|don't|do not|not|wont|never ever) <2> (recommend|recommended|recommending) <6>",
      "(beware|be aware|be careful|stay away|steer clear|keep away|run away|think twice) <2> (of|from|when|while|before|guys|people|everyone|if|with)",
      "(give|giving|given|gives|rate|rated|rating|deserve|deserves|if i could|if possible|possible to give|option) <5> (negative|zero|0|minus|less than (one|1)|no) <1> (star|stars|rating|ratings|marks)",
      "(delete|uninstall|remove) (it|this (app|application)) <2> $",
      "(used to be|was|it was|were) <1> (good|great|nice|better|best|reliable|fine) <2> (before|earlier|but|once|until|now|in the past) <6>",
    ],
    [
      "(don't|do not|never) (use|install|download|order|trust) (it|this|that) (for|as|with|on|in|if|when|because|on top|until|yet|directly)",
      "(should|shall|can|could|do|may|would|if) (i|we|you)",
      "(why|how|what|which) <2> (don't|do not|not)",
      "(didn't|haven't|i|we) <1> (don't|do not|never) (use|install|download|order|trust)",
      "recommend* (using|running|that you|you (use|run|install)|upgrading|installing|to use|it for)",
    ],
  ),
  family(
    "money_gone",
    0.75,
    [
      "(lost|loss|loose|losing|lose) <1> my <2> (money|rupees|rs|#|amount|savings|deposit)",
      "(money|time|effort|efforts|hours|amount|order|lunch|break|day|evening|weekend|trip) <2> (wasted|in vain|down the drain|gone to waste|went to waste|lost)",
      "(total|totally|complete|completely|just|pure|utter|utterly|full|simply|only) (a)? waste",
      "(went|gone|go|all) in vain",
      "waste (app|application|apps|service|company|product|platform|site|website|customer|customers)",
      "(is|was|are|were|got|been|completely|totally|absolutely|day|evening|surprise|party|birthday|trip|mood) <1> (ruined|spoiled|spoilt|wrecked)",
      "(unnecessary|hidden|extra|huge|unwanted|ridiculous|excess|random|additional) <1> (charges|charge|fees|fee|cost|costs|surge) <4>",
      "(overcharge|overcharges|overcharged|overcharging)",
    ],
    [
      "(not|isn't|wasn't|no|without|any|are there|is there|what) <2> (wasted|ruined|spoiled|hidden|extra|additional|unnecessary)",
    ],
  ),
];
