const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that stand in every talk and name nothing of a customer's own case, in their plainest form. */
const GENERIC = listed(`
  a an the this that these those it its he she they them their his her we us our i me my mine you your yours u ur and or but nor
  so if as at by for from in into of off on onto out over to up with within without about above after again against all also
  am any anyone anything are around away be because been before being below best better between both can cannot could did do
  does doing done down during each either else enough even ever every everyone everything few first further get give go going
  gone good got great had has have having hear here how however im in just keep know last least less let like long look lot
  make many may maybe might more most much must need never new next no none not nothing now off often ok okay once one only
  other otherwise own per perhaps please put quite rather really right same say see seem seen shall she should since some
  someone something soon still such sure take tell than thank thanks then there thing though through today together tomorrow
  tonight too two under until upon very want was way well were what whatever when where whether which while who whole why will
  wish within wont would yes yesterday yet able actually already always bit certainly completely currently definitely fully
  especially extremely instead kind sort type lately recently simply therefore totally truly unfortunately usually
  add address agent aim answer apologise apologize apology appreciate ask assist assistance assure attention aware back bad
  bother bring business call care cause chat check clarify clear come complaint concern concerned confuse confusion
  contact continue correct couple customer day deal dear detail difficult difficulty disappoint disappointed
  disappointment discuss email encounter enjoy enquiry ensure exact exactly expect expectation experience explain express face
  fact fall feedback feel felt fill find fine follow form forward frustrate frustrated frustrating frustration happen happy
  hard hate have he hello help hi hold home hope hour idea important improve inconvenience info information inform inquiry
  interest issue kindly later learn leave level line link listen little live love matter mean meet mention message met mind
  minute moment morning afternoon evening move name note number offer option page part pass patience person pleased point
  possible problem provide query question quick raise reach read reason receive refer reference regard reply report request
  require resolve respond response review running rest result run sad send serve service share short show situation situate
  sorry special specific speak spoke standard start state step stress suggestion super support talk team think time tough
  towards treat trouble try tried tweet tag understand understandable update upset use useful user valued visit wait
  warrant watch website week weird welcome wonder word work worry worse worst write wrote wrong year yourself
  nice awful terrible horrible unpleasant negative poor unhappy dissatisfied dissatisfaction annoy annoying unacceptable
  annoyed angry sound across real caused late slow occur occurred occurring impact affect affected difference input loyalty
  understanding kindness kind opinion thought advice guidance solution need basis folks guys sir madam ma'am url phone
  feeling left standing reaching side end people brand company name's whats hows ive id isnt arent didnt dont doesnt havent
  hasnt wasnt werent couldnt cant wouldnt youre youve youd weve were theyre thats heres lets`);

/** What agents ask of everybody: to name it is to ask for it, not to know the case. */
const FORMAL = listed(`
  account app application appointment birth booking branch browser card case city code computer confirmation contact customer
  date device dm dms document file flight full identity incident item laptop location login mobile model order password
  party pc platform postcode private product profile purchase record reservation ride room screenshot security serial shop
  site store ticket trip username verify verification version zip payment method plan confirm`);

const ENDINGS = ["", "s", "es", "ed", "d", "ing", "ly", "'s", "'ve", "'re", "'d", "'ll"];

const isIn = (set: ReadonlySet<string>, word: string): boolean =>
  ENDINGS.some((ending) => {
    if (!word.endsWith(ending)) return false;
    const stem = word.slice(0, word.length - ending.length);
    return set.has(stem) || (ending === "ing" && (set.has(`${stem}e`) || set.has(stem.slice(0, -1))));
  });

/** Whether a word, in lower case, can name a customer's own case. */
export const isOwn = (word: string): boolean => word.length > 2 && !isIn(GENERIC, word);

/** Whether a word is a thing agents ask everybody for. */
export const isFormal = (word: string): boolean => isIn(FORMAL, word);
