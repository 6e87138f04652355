/**
 * Names of one body that no rule of form joins, in comparable form, each with the name it is counted as. One entry a
 * line, sorted.
 */
export const WORLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['america', 'united states'],
  ['britain', 'united kingdom'],
  ['daesh', 'islamic state'],
  ['eu', 'european union'],
  ['great britain', 'united kingdom'],
  ['is', 'islamic state'],
  ['isil', 'islamic state'],
  ['isis', 'islamic state'],
  ['islamic state group', 'islamic state'],
  ['islamic state in iraq and syria', 'islamic state'],
  ['islamic state in iraq and the levant', 'islamic state'],
  ['islamic state of iraq and al-sham', 'islamic state'],
  ['islamic state of iraq and syria', 'islamic state'],
  ['islamic state of iraq and the levant', 'islamic state'],
  ['nyt', 'new york times'],
  ['uae', 'united arab emirates'],
  ['uk', 'united kingdom'],
  ['un', 'united nations'],
  ['united states of america', 'united states'],
  ['us', 'united states'],
  ['usa', 'united states'],
]);
