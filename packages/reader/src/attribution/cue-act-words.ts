import type { Assertion } from '../reading.ts';

/** The acts of words that are no attitude, by word class; verbs of speech and thought stand in `cue-verbs.ts`. */
export interface ActLexicon {
  readonly verb: ReadonlyMap<string, Act>;
  readonly noun: ReadonlyMap<string, Act>;
  readonly adjective: ReadonlyMap<string, Act>;
  readonly adverb: ReadonlyMap<string, Act>;
  readonly preposition: ReadonlyMap<string, Act>;
}

type Act = Assertion['act'];

// One word a line, with its act. A second word is a particle, a preposition or the "to" of an infinitive that the first
// must have: "call" on its own is a statement, "call for" an order.

const VERBS = `
accord statement
agonize knowledge
agree to intention
aim intention
air statement
allow statement
allow to order
apologize statement
appear knowledge
append statement
appoint order
arrange intention
articulate statement
ask to order
aspire intention
assess statement
assign statement
attempt intention
author statement
authorize order
balk intention
ban order
bar order
bark statement
begin statement
begin to intention
bet intention
bring statement
bring up statement
broadcast statement
calculate statement
call for order
call on order
call statement
campaign intention
capture statement
chant statement
chime statement
choose intention
chronicle statement
circulate statement
coin statement
come out statement
commit intention
compare statement
compile statement
concern knowledge
concur statement
confide statement
confuse knowledge
contemplate knowledge
continue to intention
correct statement
count statement
cover statement
crack statement
credit statement
cry statement
dawn knowledge
decide to intention
decline intention
deem knowledge
define statement
deliver statement
depose statement
design intention
designate statement
determine to intention
devote intention
dictate statement
dig in intention
disavow statement
discuss statement
display statement
document statement
dub statement
echo statement
elect intention
email statement
enact order
envision knowledge
eschew intention
evince statement
examine knowledge
exclude intention
exemplify statement
exhort order
expand statement
experience knowledge
explore knowledge
expose statement
express statement
eye knowledge
file statement
find out statement
forbid order
force order
foreshadow statement
foretell statement
forget knowledge
forward to knowledge
go to intention
grapple knowledge
gush statement
hesitate intention
highlight statement
illustrate statement
impose order
insist on intention
intend intention
interject statement
interpret knowledge
interview statement
intimate statement
intrigue knowledge
introduce statement
invalidate order
issue statement
judge knowledge
label statement
laugh statement
lay out statement
lie statement
liken statement
list statement
lobby order
log statement
look at knowledge
look knowledge
look to intention
mandate order
mark statement
marvel knowledge
mean statement
mean to intention
measure statement
misstate statement
mobilize intention
monitor statement
mount intention
move to intention
mull knowledge
mystify knowledge
name statement
negotiate intention
nickname statement
oblige order
offer statement
offer to intention
open statement
opt intention
overturn order
paint statement
parrot statement
peg statement
perceive knowledge
permit order
petition order
plan intention
plead to order
plot intention
point statement
poise intention
pose statement
preach statement
prefer to intention
prepare intention
prescribe order
present statement
prevent order
profess statement
prohibit order
project statement
project to intention
pronounce statement
propose to intention
provide statement
publicize statement
publish statement
pursue intention
push for order
push intention
push to order
put statement
puzzle knowledge
raise statement
rank statement
rate statement
read into knowledge
reaffirm statement
recapitulate statement
recite statement
reconsider knowledge
reconsider to intention
record statement
reference statement
reflect on knowledge
reflect statement
refuse intention
regard knowledge
register statement
regret knowledge
release statement
relish to intention
rely intention
remain knowledge
represent statement
reprise statement
require order
restate statement
restrict order
rethink knowledge
retweet statement
rule statement
rush intention
schedule intention
scramble intention
scream statement
seek intention
seem knowledge
sentence order
set out statement
set to intention
share statement
shock knowledge
shoot back statement
shy from intention
sing statement
solicit order
sound statement
speak statement
spell out statement
spot knowledge
stand by statement
stand to intention
start statement
startle knowledge
strive intention
struggle intention
submit statement
sum up statement
surface statement
surprise knowledge
swear to intention
symbolize statement
talk statement
tell to order
tend to intention
thank statement
thunder statement
tick off statement
title statement
touch on statement
toy intention
trot out statement
trumpet statement
trust knowledge
try intention
underestimate knowledge
unveil statement
utter statement
vent statement
veto order
vie intention
view knowledge
voice statement
volunteer intention
want intention
want to intention
warn to order
warrant statement
watch knowledge
weigh knowledge
whisper statement
withhold intention
work intention
`;

const NOUNS = `
account statement
accusation statement
admission statement
advice order
aim intention
allegation statement
announcement statement
answer statement
anxiety knowledge
appeal order
apprehension knowledge
argument statement
article statement
assertion statement
assessment statement
assumption knowledge
assurance statement
attempt intention
ban order
belief knowledge
boast statement
book statement
call order
campaign intention
caveat statement
challenge order
chant statement
chatter statement
claim statement
comment statement
commitment intention
complaint statement
concern knowledge
conclusion statement
confidence knowledge
consensus knowledge
contention statement
conversation statement
cry statement
decision intention
declaration statement
demand order
denial statement
denunciation statement
description statement
desire intention
determination intention
disclosure statement
discussion statement
document statement
doubt knowledge
effort intention
email statement
estimate statement
expectation knowledge
eye knowledge
faith knowledge
fear knowledge
feeling knowledge
finding statement
footage statement
forecast statement
goal intention
guess knowledge
headline statement
hint statement
hope knowledge
idea knowledge
inability intention
information statement
insistence statement
intent intention
intention intention
interview statement
joke statement
lawsuit statement
line statement
list statement
mandate order
mantra statement
memory knowledge
mention statement
message statement
mission intention
news statement
note statement
order order
outlook knowledge
perception knowledge
perspective knowledge
pitch statement
plan intention
pledge intention
policy intention
post statement
prediction statement
press statement
priority intention
projection statement
promise intention
proposal statement
push intention
question statement
quip statement
quote statement
rant statement
reading statement
recognition knowledge
recommendation order
record statement
reference statement
refusal intention
reluctance intention
remark statement
reminder statement
reply statement
report statement
reporting statement
request order
resolve intention
response statement
revelation statement
rhetoric statement
rule order
ruling statement
rumor statement
sense knowledge
sign statement
signal statement
skepticism knowledge
slogan statement
speculation statement
speech statement
statement statement
story statement
strategy intention
suggestion statement
surprise knowledge
takeaway knowledge
talk statement
testimony statement
theory statement
threat intention
tweet statement
understanding knowledge
unease knowledge
unwillingness intention
view knowledge
vision knowledge
vow intention
willingness intention
wish knowledge
word statement
worry knowledge
`;

const ADJECTIVES = `
adamant intention
alleged statement
announced statement
aware knowledge
bent intention
careful knowledge
certain knowledge
clear statement
concerned knowledge
confident knowledge
conscious knowledge
convinced knowledge
cynical knowledge
doubtful knowledge
eager intention
evident statement
familiar knowledge
fearful knowledge
forthcoming statement
hesitant intention
hopeful knowledge
keen intention
known statement
leery knowledge
likely statement
mindful knowledge
motivated intention
nervous knowledge
obvious statement
optimistic knowledge
outspoken statement
promising intention
quick intention
ready intention
reluctant intention
remembered statement
right statement
sanguine knowledge
self-described statement
self-professed statement
sensitive knowledge
skeptical knowledge
so-called statement
sure knowledge
surprised knowledge
tweeted statement
unaware knowledge
uncertain knowledge
unclear statement
unheard-of statement
unlikely statement
unsure knowledge
upbeat knowledge
upfront statement
vocal statement
wary knowledge
well-documented statement
well-known statement
willing intention
worried knowledge
wrong statement
`;

const ADVERBS = `
actually statement
allegedly statement
apparently statement
exactly statement
forwards statement
here statement
mostly knowledge
often knowledge
reportedly statement
seemingly statement
`;

const PREPOSITIONS = `
by statement
from statement
in statement
per statement
under statement
`;

function entries(lexicon: string): ReadonlyMap<string, Act> {
  return new Map(
    lexicon
      .trim()
      .split('\n')
      .map((line) => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), line.slice(end + 1) as Act];
      }),
  );
}

export const ACT_LEXICON: ActLexicon = {
  verb: entries(VERBS),
  noun: entries(NOUNS),
  adjective: entries(ADJECTIVES),
  adverb: entries(ADVERBS),
  preposition: entries(PREPOSITIONS),
};
