import type { Assertion } from '../reading.ts';

/** What a verb does as a cue: its act, how firmly it commits its source, and how the reporter holds that source by using it. */
export interface CueSense {
  act: Assertion['act'];
  certainty: Assertion['certainty'];
  stance: NonNullable<Assertion['stance']>;
  /**
   * What can be its content: `c` a clause, `t` a to-infinitive, `o` an object, `r` the object with all that follows
   * ("framed it as"), `g` a gerund, `w` only a wh-clause or an "if"; a preposition stands for its object ("to", "of").
   */
  takes: ReadonlySet<string>;
}

/** The sense of a verb as a cue, by its lemma; undefined where it is none. */
export function cueVerb(lemma: string): CueSense | undefined {
  return SENSES.get(lemma);
}

// One verb a line: lemma, act, certainty, stance, what it takes.
const VERBS = `
accept knowledge CT+ acknowledges c
accuse statement CT+ distances r
acknowledge statement CT+ endorses c o
add statement CT+ acknowledges c
admit statement CT+ endorses c o to
advise order Uu acknowledges c t
affirm statement CT+ endorses c o
agree statement CT+ acknowledges c
allege statement CT+ distances c o
allude statement CT+ acknowledges to
anticipate knowledge PR+ acknowledges c o
announce statement CT+ acknowledges c o
answer statement CT+ acknowledges c
appeal order Uu acknowledges for
argue statement CT+ acknowledges c
ask statement Uu acknowledges c t w
assert statement CT+ distances c
assume knowledge PR+ acknowledges c
assure statement CT+ acknowledges c
attribute statement CT+ acknowledges r
beg order Uu acknowledges t
believe knowledge PR+ acknowledges c t
blame statement CT+ distances r
boast statement CT+ distances c of
brag statement CT+ distances c of
caution statement CT+ acknowledges c
challenge order Uu acknowledges t
characterize statement CT+ distances r
charge statement CT+ distances c
cite statement CT+ acknowledges o
claim statement CT+ distances c t o
clarify statement CT+ acknowledges c
command order Uu acknowledges t
comment statement CT+ acknowledges c
complain statement CT+ acknowledges c about of
concede statement CT+ endorses c o
conclude statement CT+ acknowledges c
confess statement CT+ endorses c to
confirm statement CT+ endorses c o
conjecture knowledge PS+ distances c
consider knowledge PR+ acknowledges c g
contend statement CT+ distances c
contest statement CT- acknowledges c o
continue statement CT+ acknowledges q
contradict statement CT- acknowledges o
convince knowledge CT+ acknowledges c
counter statement CT+ acknowledges c
debunk statement CT- endorses r
decide knowledge CT+ acknowledges w
declare statement CT+ acknowledges c o
demand order Uu acknowledges c t o
demonstrate statement CT+ endorses c
deny statement CT- acknowledges c g o
depict statement CT+ acknowledges r d
describe statement CT+ acknowledges r
detail statement CT+ acknowledges c o
determine knowledge CT+ endorses c
direct order Uu acknowledges t
disagree statement CT- acknowledges c
disclose statement CT+ endorses c o
discover knowledge CT+ endorses c
dismiss statement CT- acknowledges r
disprove statement CT- endorses c o
dispute statement CT- acknowledges c o
doubt knowledge PR- acknowledges c
dream knowledge PS+ acknowledges c
elaborate statement CT+ acknowledges c
emphasize statement CT+ acknowledges c o
emphasise statement CT+ acknowledges c o
encourage order Uu acknowledges t
estimate knowledge PR+ acknowledges c
exclaim statement CT+ acknowledges c
expect knowledge PR+ acknowledges c t
explain statement CT+ acknowledges c o
fear knowledge PS+ acknowledges c
feel knowledge PR+ acknowledges c
figure knowledge PR+ acknowledges c
figure_out knowledge CT+ endorses c
find knowledge CT+ endorses c
find_out knowledge CT+ endorses c
forecast statement PR+ acknowledges c
foresee knowledge PR+ acknowledges c
frame statement CT+ distances r
gather knowledge PR+ acknowledges c
guarantee intention CT+ acknowledges c
guess knowledge PS+ acknowledges c
hear knowledge PR+ acknowledges c
hint statement PS+ acknowledges c at
hope knowledge PS+ acknowledges c t
hypothesize knowledge PS+ acknowledges c
identify statement CT+ endorses r
imagine knowledge PS+ acknowledges c
imply statement PR+ acknowledges c
indicate statement PR+ acknowledges c
infer knowledge PR+ acknowledges c
inform statement CT+ acknowledges c
inquire statement Uu acknowledges c w
insinuate statement PS+ distances c
insist statement CT+ acknowledges c
instruct order Uu acknowledges t
investigate statement Uu acknowledges c o w
invite order Uu acknowledges t
joke statement CT+ acknowledges c
know knowledge CT+ acknowledges c
lay_out statement CT+ acknowledges o
lament statement CT+ acknowledges c
learn knowledge CT+ endorses c
maintain statement CT+ acknowledges c
mention statement CT+ acknowledges c o
muse knowledge PS+ acknowledges c
note statement CT+ acknowledges c o
notice knowledge CT+ acknowledges c
observe statement CT+ acknowledges c
opine statement CT+ acknowledges c
order order Uu acknowledges t
outline statement CT+ acknowledges o
persuade order Uu acknowledges t
plead order Uu acknowledges c t
pledge intention CT+ acknowledges c t
point_out statement CT+ endorses c o
ponder knowledge Uu acknowledges w
portray statement CT+ distances r
posit statement PS+ acknowledges c
post statement CT+ acknowledges q
postulate statement PS+ acknowledges c
pray knowledge PS+ acknowledges c
predict statement PR+ acknowledges c o
press order Uu acknowledges t
presume knowledge PR+ acknowledges c
pretend statement CT+ distances c t
proclaim statement CT+ acknowledges c
promise intention CT+ acknowledges c t
propose statement CT+ acknowledges c
prove statement CT+ endorses c
question statement Uu acknowledges c w o
quip statement CT+ acknowledges c
quote statement CT+ acknowledges q
read statement CT+ acknowledges q
realise knowledge CT+ endorses c
realize knowledge CT+ endorses c
reason knowledge CT+ acknowledges c
reassure statement CT+ acknowledges c
rebut statement CT- acknowledges o
recall knowledge CT+ acknowledges c
reckon knowledge PR+ acknowledges c
recognise knowledge CT+ endorses c
recognize knowledge CT+ endorses c
recommend order Uu acknowledges c
recount statement CT+ acknowledges c
refer statement CT+ acknowledges to
refute statement CT- acknowledges c o
reiterate statement CT+ acknowledges c o
reject statement CT- acknowledges o
relate statement CT+ acknowledges c
relay statement CT+ acknowledges c
remark statement CT+ acknowledges c
remember knowledge CT+ acknowledges c
remind statement CT+ acknowledges c
repeat statement CT+ acknowledges c
reply statement CT+ acknowledges c
report statement CT+ acknowledges c o
request order Uu acknowledges c t o
respond statement CT+ acknowledges c
retort statement CT+ acknowledges c
reveal statement CT+ endorses c o
rule_out statement CT- acknowledges o
rumor statement PS+ distances c
rumour statement PS+ distances c
say statement CT+ acknowledges c
see knowledge CT+ acknowledges w
sense knowledge PR+ acknowledges c
shout statement CT+ acknowledges c
shout_out statement CT+ acknowledges c
show statement CT+ endorses c d
signal statement PR+ acknowledges c
specify statement CT+ acknowledges c
spell_out statement CT+ acknowledges c o
speculate statement PS+ distances c
state statement CT+ acknowledges c
stipulate order CT+ acknowledges c
stress statement CT+ acknowledges c o
suggest statement PR+ acknowledges c
suppose knowledge PR+ acknowledges c
surmise knowledge PS+ acknowledges c
suspect knowledge PR+ acknowledges c r
swear statement CT+ acknowledges c
tell statement CT+ acknowledges c t of
testify statement CT+ acknowledges c
theorise knowledge PS+ acknowledges c
theorize knowledge PS+ acknowledges c
think knowledge PR+ acknowledges c
threaten intention CT+ acknowledges c t
tout statement CT+ distances r
tweet statement CT+ acknowledges c
underline statement CT+ acknowledges c o
underscore statement CT+ acknowledges c
understand knowledge PR+ acknowledges c
uncover knowledge CT+ endorses c o
urge order Uu acknowledges c t
verify statement CT+ endorses c o
vow intention CT+ acknowledges c t
warn statement CT+ acknowledges c of about
wish knowledge PS+ acknowledges c
witness knowledge CT+ endorses c
wonder statement Uu acknowledges c w
worry knowledge PS+ acknowledges c
write statement CT+ acknowledges c
yell statement CT+ acknowledges c
`;

const SENSES: ReadonlyMap<string, CueSense> = new Map(
  VERBS.trim()
    .split('\n')
    .map((line) => {
      const [lemma, act, certainty, stance, ...takes] = line.split(' ');
      return [lemma, { act, certainty, stance, takes: new Set(takes) } as CueSense];
    }),
);
