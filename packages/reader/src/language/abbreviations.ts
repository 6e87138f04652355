/** How an abbreviation bears on the end of a sentence. */
export const NO_ABBREVIATION = 0;
/** Stands before the name it belongs to ("Rep. Jim"): never ends a sentence inside a paragraph. */
export const BEFORE_NAME = 1;
/** Abbreviates only before a number ("No. 5", "pp. 3"); elsewhere the dot is a full stop. */
export const BEFORE_NUMBER = 2;
/** May end a sentence: what follows decides. */
export const ANYWHERE = 3;
/** A word of its own too ("Mass", "Miss"): an abbreviation only after a comma, a hyphen or a bracket ("Salem, Ore."). */
export const AFTER_PLACE = 4;

/** The kind of the abbreviation `word`, written without its last dot; one of the constants above. */
export function abbreviationKind(word: string): number {
  const kind = KINDS.get(word);
  if (kind !== undefined) return kind;
  // In capitals only titles are safe: "NO." and "CO." are words as well.
  const capitals = word.length > 1 && word.length < 6 && word === word.toUpperCase();
  return capitals && KINDS.get(word[0] + word.slice(1).toLowerCase()) === BEFORE_NAME ? BEFORE_NAME : NO_ABBREVIATION;
}

const TITLES = `
Adm
Amb
Assn
Asst
Atty
Brig
Capt
Cdr
Cmdr
Col
Comdr
Cong
Congr
Cpl
Ct
Dep
Det
Dist
Dr
Drs
Ens
Esq
Fr
Ft
Gen
Gens
Gov
Govs
Hon
Insp
Lieut
Lt
Maj
Messrs
Mlle
Mme
Mmes
Mr
Mrs
Ms
Msgr
Mt
Pfc
Pres
Prof
Profs
Pvt
Rep
Reps
Rev
Sec
Secy
Sen
Sens
Sgt
Spc
Sr
St
Ste
Supt
Treas
e.g
i.e
`;

const NUMBERED = `
Art
Ch
Fig
Figs
Mar
Mk
No
Nos
Nr
Nro
Op
Sect
Vol
Vols
art
c
ca
cap
ch
chap
ext
fig
figs
no
nos
p
para
pp
sec
vol
vols
`;

const PLACES = `
Cal
Del
Ill
Ind
La
Mass
Me
Miss
Mo
Ore
Pa
Wash
`;

const OTHERS = `
Ala
Alta
Apr
Ariz
Ark
Assoc
Aug
Ave
Bhd
Bldg
Blvd
Bros
Calif
Co
Colo
Conn
Corp
Cos
Cia
Dec
Dept
Depts
Div
Feb
Fla
Fri
Ga
Hwy
Inc
Intl
Jan
Jr
Jul
Jun
Kan
Kans
Ky
Ltd
Ltda
Md
Mfg
Mich
Minn
Mon
Mont
Neb
Nebr
Nev
Nov
Oct
Okla
Ont
Penn
Ph.D
Pte
Pty
Que
Rd
Sask
Sep
Sept
Sq
Tenn
Tex
Thu
Thur
Thurs
Tue
Tues
Univ
Va
Vt
Wed
Wis
Wisc
Wyo
al
approx
cc
cf
dept
eds
etc
govt
incl
jr
lbs
ml
mph
sq
tel
v
viz
vs
wk
yr
yrs
`;

const KINDS: ReadonlyMap<string, number> = new Map([
  ...entries(OTHERS, ANYWHERE),
  ...entries(PLACES, AFTER_PLACE),
  ...entries(NUMBERED, BEFORE_NUMBER),
  ...entries(TITLES, BEFORE_NAME),
]);

function entries(list: string, kind: number): [string, number][] {
  return list
    .trim()
    .split('\n')
    .map((word) => [word, kind]);
}
