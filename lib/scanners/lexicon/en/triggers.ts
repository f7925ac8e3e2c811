import type { Phrase } from "../../phrase.ts";

const trigger = (rule: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  ...{ rule, label: rule.split(".")[1] ?? rule, confidence, any, unless },
});

/** What customers write, and what the AI writes, that hands a conversation over by its topic, its complexity or the AI's
 * own doubt. The rule begins with the family. */
export const TRIGGERS: Phrase[] = [
  trigger("topic.billing_dispute", 0.8, [
    "(charged|billed|debited|paid|payment|charge|invoice) <4> (twice|two times|double|again|wrong*|incorrect*|too much|extra|without|didn't|never|not mine|not recognise|not recognize|unauthorised|unauthorized)",
    "(double|duplicate|wrong|incorrect|unknown|unauthorised|unauthorized|unexpected|disputed) (charge|charges|charged|billing|payment|invoice|transaction|debit)",
    "(want|need|demand|get|request|like|waiting for|where is|when will|give me|asking for|still no|entitled to) <4> (refund|refunded|money back|reimburse*)",
    "(dispute|contest|challenge|reverse) <3> (charge|payment|bill|invoice|transaction)",
    "(refund|money back) <4> (not|never|still|hasn't|yet|refused|denied)",
    "(overcharged|chargeback|charge back)",
  ]),
  trigger("topic.account_security", 0.85, [
    "(account|card|password|email|profile|login) <3> (hacked|compromised|stolen|breached|taken over|hijacked|cloned|phished)",
    "(hacked|unauthorised access|unauthorized access|suspicious (activity|login|transaction|charge)|identity theft|phishing|data breach|someone else? logged in)",
    "(someone|somebody|stranger|hacker) <3> (logged|accessed|using|used|changed|hacked|got into|entered) <3> (my|account|card|password)",
    "(lost|stole*|stolen) <2> (card|phone|wallet|passport)",
    "(don't|didn't|do not|never) <1> (recognise|recognize|make|made|authorise|authorize) <3> (login|transaction|payment|purchase|charge|device|change)",
  ]),
  trigger("topic.legal_compliance", 0.85, [
    "(lawyer|attorney|solicitor|legal action|sue|suing|lawsuit|court|ombudsman|gdpr|data protection|consumer rights|trading standards|subpoena|regulator|legal advice|small claims)",
    "(delete|erase|export|copy of|access to) <2> (my|all) <2> (personal data|data|information|records)",
    "(terms|contract|warranty|statutory) <3> (legal|rights|breach|violat*|law)",
    "(report (you|this)) <3> (to|authorities|police|bank)",
  ]),
  trigger("topic.complaint", 0.75, [
    "(make|file|raise|lodge|submit|formal|official|want to|register) <3> (complain|complaint|grievance)",
    "(complaint|complain|complaining) <3> (about|against|regarding)",
    "(unacceptable|terrible|awful|worst|appalling|disgraceful|disappointed) <3> (service|quality|product|company|experience|support)",
    "(rude|unprofessional|incompetent) <3> (agent|staff|driver|employee|service|support|person)",
    "(damaged|defective|faulty|broken|poor quality) <3> (arrived|again|item|product|when|delivered)",
  ]),
  trigger("topic.cancellation", 0.8, [
    "(cancel|cancelling|canceling|terminate|end|close|quit|stop) <3> (subscription|membership|account|contract|plan|service|renewal|policy|everything)",
    "(switch|switching|moving|leave|leaving) <3> (another|competitor|different) <1> (provider|company|bank|service|supplier)",
    "(unsubscribe|not renew|don't want to renew|no longer want|no longer need) <3>",
  ]),
  trigger("topic.custom_pricing", 0.85, [
    "(custom|enterprise|volume|bulk|special|negotiate*|corporate|wholesale|school|individual) <2> (price|prices|pricing|plan|quote|discount|rate|offer|contract|deal|order)",
    "(quote|pricing|price|discount) <3> (for|on) <2> (#|hundred|several|many|our team|our company|our school|seats|licenses|licences|users|employees)",
    "(need|want|looking for|interested in|get) <3> (enterprise|quote|site license|site licence)",
  ]),
  trigger("complexity.multi_step", 0.6, [
    "(first|firstly|then|after that|next|finally|also|and then) <8> (then|after that|second|secondly|finally|on top of that|and also|plus)",
    "(several|multiple|two|three|many|few) <1> (different)? (issues|problems|things|questions|products|accounts|orders|systems)",
    "(both|as well as|together with) <6> (and|also|as well)",
  ]),
  trigger("complexity.account_data", 0.6, [
    "(change|update|correct|edit|modify|fix|merge|transfer|move|remove|delete) <3> (my|the|our) <2> (address|email|e mail|name|phone|number|account|details|bank|card|billing|order|booking|subscription|owner|data|vat)",
    "(look up|check|access|see|find|open|unlock|reactivate|restore) <2> (my|our|the) <1> (account|order|booking|file|subscription|payment|profile|records)",
    "(wrong|old|incorrect) <2> (address|email|name|details|number) <3> (on|in) <2> (account|order|invoice|profile)",
  ]),
  trigger("complexity.bug", 0.75, [
    "(bug|glitch|crash|crashes|crashed|crashing|error (code|message|#)|stack trace|error <1> #|exception|white screen|blank (page|screen)|freezes|freezing|not loading|won't load|doesn't load|fails with)",
    "(error|fault) <2> (message|code|appears|again|says|saying|keeps)",
    "(stopped working|doesn't work|does not work|not working|won't work) <4> (since|after) <3> (update|upgrade|yesterday|today|monday|release|version|new)",
    "(reproduce|reproducible|every time i (click|press|open|try))",
  ]),
  trigger("complexity.unresolved_before", 0.8, [
    "(contacted|wrote|called|asked|emailed|reported|spoke|talked|messaged) <4> (last week|yesterday|before|already|last month|days ago|weeks ago|earlier|twice|several times|# times|monday|tuesday|wednesday|thursday|friday)",
    "(still|again) <3> (not|isn't|hasn't|unresolved|same problem|same issue|happening|broken|not fixed|nothing)",
    "(previous|last|old|earlier|open|existing|other) <1> (ticket|case|conversation|chat|request|complaint|email) <4>",
    "(promised|told|said) <4> (would|will|it'd|be) <3> (fixed|resolved|sent|refunded|called|days|yesterday|week)",
    "(second|third|fourth|fifth) time <4> (contact*|writ*|ask*|happen*|call*|this|i)",
  ]),
  trigger("confidence.no_article", 0.7, [
    "(couldn't|could not|can't|cannot|unable to|wasn't able to|didn't|did not|don't) <2> (find|have) <3> (article|information|anything|answer|answers|details|help|results|guide|page)",
    "(no|not any) (article|articles|information|results|answer|matching) <3> (found|about|for|on|available|that)",
    "(don't|do not) know <2> (answer|how|that|about|enough)",
    "(beyond|outside) <2> (what i|my (knowledge|abilities|scope))",
  ]),
  trigger("confidence.ambiguous", 0.7, [
    "(could|can|would) you <1> (please)? <1> (clarify|rephrase|be more specific|explain what you mean|reword|specify what)",
    "(not sure|don't|didn't|do not|did not|couldn't|sorry) <2> (i|what|quite|fully)? <1> (understand|follow|get|catch|mean)",
    "(what|which) (do|did|one|exactly) <1> (you)? <1> mean",
    "did you mean",
  ]),
  trigger("confidence.failed", 0.7, [
    "(that|this|it|which|still|your (answer|suggestion|link|article)) <2> (didn't|doesn't|did not|does not|isn't|not|hasn't|won't|never) <1> (help|work|answer|solve|fix|what i|my question|the problem|the case|it)",
    "(no|nope|not) <2> (luck|change|difference|help|helpful|that's not|what i (asked|meant|need))",
    "(already|have) <1> (tried|done|did) <2> (that|this|it|all|everything)?",
    "(same (thing|error|problem|issue|result)|still (the same|not working|doesn't work|broken|there|happening|no))",
    "(doesn't|didn't|does not|did not) (help|work|fix it|solve it|change anything)",
  ]),
  trigger("customer_request.offered_after_second", 0.85, [
    "(would|do) you (like|want|prefer) <4> (connect|transfer|talk|speak|chat|hand|put|pass|get|bring) <6> (agent|human|person|colleague|team|someone|somebody|representative|specialist|support)",
    "(can|could|shall|should|may) i <3> (connect|transfer|hand|put|pass|get|bring) <6> (agent|human|person|colleague|team|someone|representative|specialist)",
    "(talk|speak|chat) to <2> (person|human|agent|colleague|someone) instead",
  ]),
];
