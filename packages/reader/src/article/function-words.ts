/** Scripts that tell a language, those of fewer languages first: Japanese mixes Kana with Han, Ukrainian has і and ї. */
export const SCRIPTS: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
];

/** Frequent function words of each language, in lower case. Words that several share count for each of them. */
const LISTS: readonly (readonly [language: string, words: string])[] = [
  ['ar', 'إلى التي الذي أن إن بعد بين ثم عن على عليه في قال كان كما لا لم ما مع من هذا هذه هو هي وقد'],
  ['bg', 'беше в да е за и като която които който на не от по са се си след със че това'],
  [
    'cs',
    'ale aby by byl byla být co do i jako je jeho jsem jsou již k který která na nebo není o od po pro při s se si že ve však z za',
  ],
  [
    'da',
    'af at blev da de den der det efter eller en er et for fra ham han har hun hvad ikke jeg kan med men mod og om på sig skal som til var ved vil',
  ],
  [
    'de',
    'als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer er es für hat haben im in ist mit nach nicht noch oder sein sich sie sind über um und von vor war werden wie wird zu zum zur',
  ],
  [
    'en',
    'a about after an and are as at be been but by for from had has have he her his in is it its not of on or said she that the their they this to was we were which who will with would you',
  ],
  [
    'es',
    'al como con cuando de del desde donde el ella en entre era es esta este fue ha han hay la las lo los más muy no para pero por que se según ser si sin sobre son su sus también tras un una y ya',
  ],
  ['fa', 'از است این آن با بر برای به بود تا خود در را شد که کرد می نیز های هم و یک'],
  [
    'fi',
    'ei että hän hänen ja jo joka jos jotka kanssa kuin kun mukaan mutta myös niin oli olla on ovat se sekä sen tai tämä vain',
  ],
  [
    'fr',
    'au aux avec ce ces cette comme dans de des du elle en est et était été il ils la le les leur mais ne nous on ont ou où par pas plus pour qu que qui sa sans se ses son sont sur un une vous',
  ],
  ['hu', 'a az azt csak de egy el és hogy is ki kell lesz már meg mert mint nem pedig szerint után vagy van volt'],
  [
    'id',
    'ada adalah akan atau dalam dan dari dengan di ia ini itu juga kata kepada karena ke mereka oleh pada saat sebagai tidak telah untuk yang',
  ],
  [
    'it',
    'al alla anche che chi come con da dal dalla degli dei del della delle di dopo è e gli ha hanno i il in la le lo ma nel nella non per più questo se si sono su sua suo tra un una',
  ],
  [
    'nb',
    'at av ble da de den der det eller en er et etter for fra han har hun hva i ikke jeg kan med men mot og om opp på seg skal som til var ved vil',
  ],
  [
    'nl',
    'aan als bij dan dat de deze die dit door een en er had heeft hem het hij in is je maar met naar niet nog of om onder ook op over te tot uit van voor was werd wordt ze zich zijn',
  ],
  [
    'pl',
    'a ale aby był była być co czy dla do i ich jak jako jego jest już które który która lub ma na nie o od oraz po przez przy się są tak też to tym w z za ze że',
  ],
  [
    'pt',
    'ao aos as com como da das de depois do dos e ela ele em entre era essa esta foi já mais mas na não nas no nos o os ou para pela pelo por que se segundo sem ser seu sua são também um uma à é',
  ],
  [
    'ro',
    'a al acest am au ca care ce cu de din după este fi fost în iar la le lui mai nu o pe pentru prin sa să se și sunt un unei',
  ],
  [
    'ru',
    'а был была было были быть в во все для до его ее за и из или их к как когда который которые на не но о об он она они от по при с со также то у что это',
  ],
  [
    'sv',
    'att av blev de den det efter eller en ett för från han har hon hos i inte jag kan med men mot när och om på sedan sig ska som till under upp var vid än är',
  ],
  [
    'tr',
    'ama ancak bir bu çok da daha de diye en gibi göre hem her için ile ise kadar ki mı ne o olan olarak oldu olduğu sonra ve veya ya',
  ],
  [
    'uk',
    'а або але був була було бути в від він вона вони да для до з за і із його її й як який які коли на не ні про та також те у це що',
  ],
  ['ur', 'اس اور ان ایک بھی پر تک جو سے کا کر کہ کہا کی کے کو گیا میں نے نہیں وہ ہے ہیں یہ'],
  ['vi', 'bị các cho có của đã được đến không khi là một này người những ra sẽ tại theo trong từ và vào về với'],
];

export const LANGUAGES: readonly string[] = LISTS.map(([language]) => language);

/** Function word to the languages that use it, as indices of `LANGUAGES`. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly number[]> = byWord();

export const LONGEST_FUNCTION_WORD = Math.max(...Array.from(FUNCTION_WORDS.keys(), (word) => word.length));

function byWord(): Map<string, number[]> {
  const languages = new Map<string, number[]>();
  for (const [language, [, words]] of LISTS.entries()) {
    for (const word of words.split(' ')) {
      const known = languages.get(word);
      if (known) known.push(language);
      else languages.set(word, [language]);
    }
  }
  return languages;
}
