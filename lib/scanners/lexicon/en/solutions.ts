import type { Phrase } from "../../phrase.ts";

const MY = "(your|the|my|this|that|its|our|all|any|a)?";
const OTHER = "(different|another|other|alternate|alternative|separate|second|new)";
const DEVICE =
  "(device|devices|phone|phones|computer|laptop|tablet|pc|mac|ipad|iphone|handset|machine|tv|console|mobile)";
const BOX = "(router|modem|hub|box|gateway|device|phone|console|tv|decoder|receiver|wifi|internet|equipment|system)";
const UNIT = "(min|mins|minute|minutes|hour|hours|hrs|hr|day|days|week|weeks|month)";

/** Steps that support proposes, each known by its label however it is worded. Only forms that can instruct stand here:
 * who “restarted” something tells of it. */
const step = (label: string, ...any: string[]): Phrase => ({ rule: `step.${label}`, label, confidence: 0.9, any });

export const SOLUTIONS: Phrase[] = [
  step(
    "restart",
    "(restarted|rebooted|unplugged|power cycled)",
    "(restart|restarting|reboot|rebooting|re start|re boot|re booting|restarts)",
    "power (cycle|cycling|it down|down|off)",
    "(soft|hard|force|forced|full|quick|manual) (reset|resetting|restart|restarting|reboot|rebooting)",
    `(reset|resetting) ${MY} (wireless|broadband|cable|home|internet|set top|smart)? ${BOX}`,
    "(turn|turning|switch|switching|power|powering|shut|shutting) <5> (off|down) <6> on",
    "(turn|turning|switch|switching) <4> off and (back|then)? on",
    `(turn|turning|switch|switching|power|powering|shut|shutting) (off|down) ${MY} ${BOX}`,
    `(turn|turning|switch|switching|power|powering|shut|shutting) ${MY} ${BOX} (off|down)`,
    "off and (back|then)? on again?",
    "(start|starting) (it|your|the) <2> up again",
    "relaunch*",
    "(unplug|unplugging) <8> (plug|plugging|minute|minutes|seconds|secs|sec|min|mins|again|back|outlet|power|wall)",
    "(unplug|unplugging) (your|the|it|everything) <3> (router|modem|box|hub|device|tv)?",
    "(disconnect|disconnecting) <4> (power|mains) <5> (reconnect|reconnecting|plug|minute|minutes|seconds|again)",
    "(hold|holding|press|pressing) <3> (power|sleep|side|home|lock|wake) <6> (button|buttons|seconds|secs|together|down)",
    "(close|closing|quit|quitting|force close|force closing|force quit|exit|exiting|kill) <3> (app|apps|application|browser|program|game) <6> (open|opening|reopen|reopening|relaunch|launch|start|again)",
    "(force close|force closing|force quit|force stop|force stopping|hard close)",
    "(reopen|reopening|relaunch|relaunching) <2> (app|application|browser|program)",
  ),
  step(
    "close_apps",
    "(close|closing|quit|quitting|swipe|swiping|force close|force closing|force quit|exit|exiting|kill) <4> (app|apps|application|applications|tabs|programs)",
  ),
  step(
    "factory_reset",
    "factory (reset|resetting|restore|default|defaults|settings|data)",
    "(reset|resetting|restore|restoring) <5> (factory|default|original) <1> (settings|defaults|condition)?",
    `(wipe|wiping|erase|erasing|restore|restoring) ${MY} ${DEVICE}`,
    "(restore|restoring) <5> (itunes|backup|finder)",
  ),
  step(
    "reset_network",
    "(reset|resetting) <3> network settings",
    "(forget|forgetting) <4> (network|wifi|wi fi|connection)",
    "(airplane|aeroplane|flight|plane) mode",
  ),
  step(
    "clear_cache",
    "(clear|clearing|cleared|delete|deleting|deleted|empty|emptying|remove|removing|wipe|wiping|flush|flushing|clean|cleaning) <5> (cache|caches|cached|cookie|cookies|browsing data|browser data|browsing history|browser history|temporary files|temp files|dns)",
    "(clear|clearing) <3> (history|app data|data)",
    "(cache|cookie|cookies) (clear|cleared|clearance|clean)",
  ),
  step(
    "reinstall",
    "(reinstalled|uninstalled|redownloaded)",
    "(reinstall|reinstalling|re install|re installing|uninstall|uninstalling|un install|un installing|redownload|redownloading|re download|re downloading)",
    "(delete|deleting|remove|removing) <3> (app|application|program|software|game)",
    "(install|installing|download|downloading) <5> again",
    "(fresh|clean|new) (install|installation|download)",
  ),
  step(
    "log_out_and_in",
    "(log|logging|logged|sign|signing|signed) <4> (out|off)",
    "(log|logging|sign|signing) (back|in again|in and)",
    "(re login|relogin|re log|relog|relogging|logout|signout)",
  ),
  step(
    "reset_password",
    "(reset|resetting|change|changing|changed|recover|recovering|update|updating|renew|create|creating|set|setting|request|requesting) <5> (password|passwords|passcode|pin|pw)",
    "(forgot|forgotten|lost) <4> (password|passcode|pin)",
    "password (reset|recovery|change)",
  ),
  step(
    "update",
    "(update|updating|updated|upgrade|upgrading|upgraded) <5> (app|apps|application|software|firmware|os|ios|android|version|browser|driver|drivers|system|device|phone|windows|flash|java)",
    "(app|software|firmware|ios|os|version|device|phone|browser|system|drivers|everything) <3> up to date",
    "(latest|newest|most recent|current|up to date) (app|software|ios|os|firmware|android|browser)? (version|update|updates|release|build|software|firmware|ios|os|driver|drivers)",
    "(install|installing|download|downloading|check|checking|look) <4> (update|updates|upgrade|patch)",
  ),
  step(
    "other_browser",
    `${OTHER} (web|internet)? (browser|browsers)`,
    "(incognito|private|inprivate) (mode|window|windows|browsing|tab|session)?",
    "(try|use|using|trying|open|opening|switch|switching) <5> (chrome|firefox|safari|edge|explorer|opera)",
  ),
  step("other_device", `${OTHER} ${DEVICE}`, `(on|from|with|via) a (desktop|${DEVICE}) instead`),
  step(
    "other_payment",
    `${OTHER} (debit|credit|bank|payment)? (card|cards)`,
    `${OTHER} (payment|form of payment|method of payment|mode of payment|way of paying|way to pay|pay) (method|methods|option|options)?`,
  ),
  step(
    "other_network",
    `${OTHER} (wifi|wi fi|wireless|internet|data)? (network|networks|connection|wifi|wi fi|hotspot|channel)`,
    "(use|using|try|trying|switch|switching|turn|turning|connect|connecting) <5> (mobile data|cellular|cellular data|wired|ethernet|4g|lte|hotspot)",
    "(switch|switching|move|moving|connect|connecting|reconnect|reconnecting) <4> (wifi|wi fi|network)",
  ),
  step("other_cable", `${OTHER} (usb|power|wall|hdmi)? (cable|cables|charger|outlet|socket|port|adapter|plug|battery)`),
  step(
    "check_spam",
    "(spam|junk|trash|clutter|promotions) (folder|folders|mail|email|box|inbox|filter|filters|tab|messages)?",
  ),
  step(
    "check_connection",
    "(check|checking|verify|verifying|test|testing) <5> (internet|connection|connections|wifi|wi fi|signal|cable|cables|network|wiring)",
    "(run|running|do|doing|perform|complete) <3> (speed test|speedtest)",
    "(speed test|speedtest)",
    "(cables|connections|cable|wires) <4> (secure|tight|plugged|connected|loose|seated)",
  ),
  step(
    "disable_blocker",
    "(disable|disabling|turn off|turning off|pause|pausing|deactivate|deactivating|remove|removing|whitelist|switch off|switching off|without) <5> (vpn|proxy|adblock|adblocker|ad blocker|ad blockers|ad block|extension|extensions|plugins|add ons|addons|firewall|antivirus|anti virus|blocker)",
  ),
  step(
    "pair_again",
    "(unpair|unpairing|re pair|repair the connection|pair <4> again|unlink|unlinking|relink|re link|reconnect|reconnecting)",
    "(remove|removing|delete|deleting|disconnect|disconnecting) <7> (re add|readd|add it back|re adding|add it again|reconnect|reconnecting|pair|pairing|connect it again)",
    "(re add|re adding|readd|readding)",
    "(forget|forgetting) <3> (device|headset|speaker|bluetooth)",
  ),
  step(
    "sim",
    "(remove|removing|take|taking|reinsert|reinserting|re insert|take out|taking out|swap|swapping|eject|reseat|reseating|replace|replacing|put|putting) <5> (sim|sim card)",
  ),
  step("safe_mode", "safe mode"),
  step(
    "refresh",
    "(refresh|refreshing|reload|reloading) <3> (page|browser|app|site|website|feed|screen|tab|it|signal|box)?",
  ),
  step(
    "wait",
    `(wait|waiting|allow|allowing|give|giving|leave) <5> # <4> ${UNIT}`,
    `(wait|waiting|allow|allowing) <5> (a|an|few|couple|another|one|two|three|full|up) <4> ${UNIT}`,
    "(try|trying|check|checking) (it|again|back|back again)? (again|back) (later|tomorrow|in)",
    `(try|trying|check|checking) <2> (again|back) <2> # ${UNIT}`,
  ),
  step(
    "fill_form",
    "(fill|filling|complete|completing|submit|submitting|use|using) <6> (form|webform|claim form|contact form)",
  ),
  step(
    "claim",
    "(submit|submitting|file|filing|raise|raising|open|opening|make|making|lodge|log|logging|start|starting) <4> (claim|dispute|case|ticket|complaint|report)",
    "(claim|claiming) <3> (compensation|refund|delay repay|back)",
  ),
  step(
    "call",
    "(call|calling|phone|phoning|ring|ringing|dial|dialling|dialing) (us|our|the|them|your|customer|support|on)",
    "(call|calling|phone|ring|dial|dialling|dialing) <2> #",
    "(give|giving) (us|them|the|our|your|customer) <3> (a|an) (call|ring|bell|buzz)",
  ),
  step("email", "(email|emailing|e mail|e mailing) (us|our|the|them|support|at|customer) <3>"),
  step(
    "chat",
    "(live chat|webchat|web chat|chat) (with|via|on|to|online|now|team|support|through|us|option|link)",
    "(contact|contacting|reach|reaching|use|using|via|through|start|starting|speak|speaking) <5> (live chat|webchat|web chat)",
  ),
  step(
    "ask_bank",
    "(contact|contacting|call|calling|check|checking|speak|speaking|talk|ask|reach|reaching|touch) <5> (bank|card issuer|card provider|card company|financial institution)",
  ),
  step(
    "ask_seller",
    "(contact|contacting|call|calling|check|checking|speak|speaking|talk|ask|reach|reaching|touch) <5> (seller|merchant|vendor|retailer|shop|store|host|restaurant|driver|airline|manufacturer)",
  ),
  step(
    "ask_carrier",
    "(contact|contacting|call|calling|check|checking|speak|speaking|talk|ask|reach|reaching|touch) <5> (carrier|courier|shipper|provider|network provider|isp|post office|delivery company)",
  ),
  step(
    "ask_neighbours",
    "(check|checking|checked|ask|asking|asked|look|looked) <5> (neighbour|neighbours|neighbor|neighbors|porch|safe place)",
  ),
  step(
    "track",
    "(track|tracking|check|checking|use|using|follow|following|enter|click) <5> (tracking|track your|tracking number|tracking link|tracking page)",
    "(track|tracking) (your|the|it)",
  ),
  step(
    "return_item",
    "(return|returning|send|sending|ship|shipping|bring|bringing|take|taking) <4> (item|items|product|it|them|order|parcel|device) <2> (back|return|to us|to the store)",
    "(start|starting|initiate|request|create|arrange) <3> (return|exchange|replacement)",
  ),
  step(
    "new_code",
    "(resend|resending|re send|request|requesting|get|generate) <4> (code|link|otp|verification|activation)",
  ),
  step(
    "verify",
    "(verify|verifying|confirm|confirming|validate) <3> (email address|identity|email|account) (by|via|using|through|with|link|in)",
  ),
  step(
    "permissions",
    "(allow|allowing|enable|enabling|grant|granting|check|checking|turn on|turning on|switch on) <5> (permission|permissions|notifications|location|access|background refresh)",
  ),
  step("storage", "(free|freeing|clear|clearing|check|checking|make) <5> (storage|space|disk space|memory)"),

  step(
    "feedback",
    "(leave|leaving|provide|providing|share|sharing|submit|submitting|give|post) <4> (feedback|suggestion|idea|review)",
  ),
  step(
    "watch",
    "(keep|keeping) an eye",
    "(stay|staying) tuned",
    "(check|checking) (back|our|the) <3> (status page|updates|service status|status)",
  ),
  step(
    "contact_us",
    "(contact|contacting|reach|reaching) (us|out to us)",
    "(contact|contacting|reach|reaching|speak|speaking|talk|talking|touch) (out to|with|to)? (our|the|customer) <3> (team|support|department|service|services|care|desk|centre|center|line|helpline)",
  ),

  // What is no proposal, though it is put like one.
  {
    rule: "not.info",
    label: "info",
    confidence: 0.9,
    any: [
      "(dm|dms|pm|d m|direct message|private message|inbox) (us|me|with|your|the|over|so|if|and)",
      "(send|sending|shoot|drop|pop|message|messaging|forward|slide) (us|me|over|a|an|your|the|it|them|those|that|this|through) <6> (dm|dms|pm|details|info|information|number|numbers|message|address|email|screenshot|screenshots|name|photo|picture|id|note|line|postcode|account)",
      "(dm|pm|message|private message|direct message) (us|me)",
      "(send|sending) (us|me)",
      "(via|in|by|through|into|to) (a|our|the|your|private)? (dm|dms|pm|direct message|direct messages|private message)",
      "(provide|provides|share|confirm|tell|give|supply|include|advise|specify) (us|me|your|the full|with)",
      "(provide|share|confirm|supply|include) (the|any|a|some|more|additional|further|full|which|what) <4> (details|info|information|number|name|address|email|id|screenshot|postcode|model|error|reference)",
      "follow us",
      "(what|which) (is|are|was|model|device|version|browser|phone|error|os|country|app|store|plan)",
      "(reply|respond|get back) (to|with|here|back|us)",
      "(send|give) (us|me) (a|your|the|some)",
    ],
  },
  { rule: "not.know", label: "know", confidence: 0.9, any: ["let (us|me) know"] },
  {
    rule: "not.courtesy",
    label: "courtesy",
    confidence: 0.9,
    any: [
      "(sorry|apologies|apologise|apologize|apology|regret)",
      "(thank|thanks|thx|cheers|appreciate|appreciated)",
      "(here|happy|glad|love|like|want) to (help|assist|hear|look)",
      "(have|enjoy) a (great|good|nice|lovely|wonderful|pleasant) (day|evening|weekend|one|night|morning|afternoon)",
      "(we|i) (will|can|would|are|am|understand|know|hear|see) <4> (look into|help you|assist you|frustrating|frustration|concern|concerned|inconvenience|upset)",
      "(we'll|i'll|we'd|i'd) <4> (look|help|assist|investigate|check|happy|love|like)",
      "(my name is|welcome|good morning|good afternoon|good evening)",
      "(anything else|any other|further assistance|more help|further help|any questions|any further)",
      "(transfer|transferring|connect|connecting) you",
    ],
  },
  {
    rule: "customer.not_tried",
    label: "not_tried",
    confidence: 0.8,
    any: [
      "how (do|can|would|should|to) (i|we|you|u)? <3>",
      "(where|what) (do|is|are|can|would) (i|we|the|that|it) <4> (find|do|button|setting|menu|go|mean)",
      "(haven't|havent|have not|hadn't|not|didn't|did not|never) (yet)? (tried|try|done|do|restarted|reinstalled|cleared|updated) (it|that|this|yet|those|so)",
      "(not|haven't|havent|didn't) (yet|tried yet|done yet)",
      "(i'll|i will|will|gonna|going to|let me|ill) (try|do|give it|check|restart|have a go|test)",
    ],
  },
];
