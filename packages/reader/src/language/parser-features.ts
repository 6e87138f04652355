import { feature, join } from './hashing.ts';
import { CORE_FRAME, formAt, LEFT, NO_TAG, type ParseState, tagAt } from './parse-state.ts';

/** Number of features that `moveFeatures` writes. */
export const MOVE_FEATURES = 48;

/**
 * Writes the hashes of the features of a configuration: forms, tags, distances, dependents so far and punctuation of the
 * top three of the stack and the first three of the buffer (after Zhang and Nivre 2011).
 */
export function moveFeatures(state: ParseState, out: Int32Array): void {
  const { stack, depth, front, count, tag, form, formTag, frame, marks, verbs, quoted, leftmost, rightmost } = state;
  const s0 = depth > 0 ? stack[depth - 1] : -1;
  const s1 = depth > 1 ? stack[depth - 2] : -1;
  const s2 = depth > 2 ? stack[depth - 3] : -1;
  const b0 = front;
  const s0p = tagAt(state, s0);
  const s1p = tagAt(state, s1);
  const s2p = tagAt(state, s2);
  const b0p = tag[b0];
  const b1p = b0 < count ? tag[b0 + 1] : NO_TAG;
  const b2p = b0 + 1 < count ? tag[b0 + 2] : NO_TAG;
  const s0w = formAt(state, s0);
  const s1w = formAt(state, s1);
  const b0w = form[b0];
  const s0wp = s0 < 0 ? s0w : formTag[s0];
  const s1wp = s1 < 0 ? s1w : formTag[s1];
  const b0wp = formTag[b0];
  const b1wp = b0 < count ? formTag[b0 + 1] : 0;
  const f0 = s0 < 0 ? 0 : frame[s0];
  const f1 = s1 < 0 ? 0 : frame[s1];
  const fb = frame[b0];
  const c0 = f0 & CORE_FRAME;
  const c1 = f1 & CORE_FRAME;
  const marks0 = s0 < 0 ? 0 : Math.min(marks[b0] - marks[s0], 3);
  const marks1 = s1 < 0 ? 0 : Math.min(marks[s0] - marks[s1], 3);
  const verbs0 = s0 < 0 ? 0 : Math.min(verbs[b0] - verbs[s0], 3);
  const verbs1 = s1 < 0 ? 0 : Math.min(verbs[s0] - verbs[s1], 3);
  const between0 = marks0 * 4 + verbs0;
  const between1 = marks1 * 4 + verbs1;
  const near = Math.min(b0 - s0, 6);
  const far = Math.min(s0 - s1, 6);
  const l0 = s0 < 0 ? -1 : leftmost[s0];
  const r0 = s0 < 0 ? -1 : rightmost[s0];
  const r1 = s1 < 0 ? -1 : rightmost[s1];
  const lb = leftmost[b0];
  const l0w = formAt(state, l0);
  const l1w = formAt(state, s1 < 0 ? -1 : leftmost[s1]);
  const lbw = formAt(state, lb);
  const b1w = b0 < count ? form[b0 + 1] : 0;
  const s2wp = s2 < 0 ? 0 : formTag[s2];
  const r1wp = r1 < 0 ? 0 : formTag[r1];
  const quotes = (s1 < 0 ? 0 : quoted[s1]) + (s0 < 0 ? 0 : quoted[s0]) * 2 + quoted[b0] * 4;
  const pair0 = s0p * 64 + b0p;
  const pair1 = s1p * 64 + s0p;

  out[0] = feature(0, s0wp);
  out[1] = feature(1, b0wp);
  out[2] = feature(2, s1wp);
  out[3] = feature(3, join(s0w, s1p));
  out[4] = feature(4, join(b0w, b1p));
  out[5] = feature(5, b1wp);
  out[6] = feature(6, join(s0wp, b0wp));
  out[7] = feature(7, join(s0wp, b0p));
  out[8] = feature(8, join(b0wp, s0p));
  out[9] = feature(9, pair0 * 16 + between0);
  out[10] = feature(10, join(s1wp, s0p));
  out[11] = feature(11, join(s0wp, s1p));
  out[12] = feature(12, join(s1wp, s0wp));
  out[13] = feature(13, pair1 * 64 + b0p);
  out[14] = feature(14, pair0 * 64 + b1p);
  out[15] = feature(15, (b0p * 64 + b1p) * 64 + b2p);
  out[16] = feature(16, s2p * 4096 + pair1);
  out[17] = feature(17, (pair0 * 8 + near) * 16 + between0);
  out[18] = feature(18, (pair1 * 8 + far) * 16 + between1);
  out[19] = feature(19, pair0 * 256 + c0);
  out[20] = feature(20, join(join(pair1, f0), f1));
  out[21] = feature(21, join(pair0, fb));
  out[22] = feature(22, join(s0w, c0 * 64 + b0p));
  out[23] = feature(23, join(s1w, (c1 * 64 + s0p) * 64 + b0p));
  out[24] = feature(24, (pair0 * 64 + tagAt(state, l0)) * 64 + tagAt(state, r0));
  out[25] = feature(25, pair1 * 64 + tagAt(state, r1));
  out[26] = feature(26, pair0 * 64 + tagAt(state, lb));
  out[27] = feature(27, join(pair1 * 64 + b0p, f1 * 16 + between1));
  out[28] = feature(28, join(join(s1w, l0w), s0p));
  out[29] = feature(29, join(l0w, pair1));
  out[30] = feature(30, join(b0w, pair1));
  out[31] = feature(31, (pair0 * 8 + quotes) * 64 + s1p);
  out[32] = feature(32, join(join(s1w, l0w), s0w));
  out[33] = feature(33, join(pair1 * 64 + b0p, b1p * 64 + b2p));
  out[34] = feature(34, join(b0w, s0p * 64 + b1p));
  out[35] = feature(35, join(pair1 * 64 + b0p, between1 * 16 + between0));
  out[36] = feature(36, join(s1w, b0wp));
  out[37] = feature(37, join(join(s0w, c0 * 256 + c1), s1p));
  out[38] = feature(38, join(l1w, pair1));
  out[39] = feature(39, join(lbw, pair0));
  out[40] = feature(40, join(join(s2wp, pair1), b0p));
  out[41] = feature(41, join(join(pair1, b0p), s2p * 64 + b1p));
  out[42] = feature(42, join(b0w, b1w));
  out[43] = feature(43, join(join(f1, f0 * 64 + b0p), s1p));
  out[44] = feature(44, join(s0wp, b0p * 64 + b1p));
  out[45] = feature(45, join(join(r1wp, pair1), l0w));
  out[46] = feature(46, join(formAt(state, r0), pair0));
  out[47] = feature(47, join(join(s0w, l0w), b0p));
}

/** Number of features that `labelFeatures` writes. */
export const LABEL_FEATURES = 20;

/** Writes the hashes of the features that tell how the top of the stack depends on the head that `move` gives it. */
export function labelFeatures(state: ParseState, move: number, out: Int32Array): void {
  const { stack, depth, front, count, tag, form, formTag, frame, marks, verbs, leftmost, rightmost } = state;
  const d = stack[depth - 1];
  const left = move === LEFT;
  const h = left ? front : stack[depth - 2];
  const side = left ? 0 : 1;
  const hp = tag[h];
  const dp = tag[d];
  const tags = (hp * 64 + dp) * 2 + side;
  const hw = form[h];
  const dw = form[d];
  const fh = frame[h];
  const fd = frame[d];
  const lw = formAt(state, leftmost[d]);
  const from = left ? d : h;
  const to = left ? h : d;
  const between = Math.min(marks[to] - marks[from], 3) * 4 + Math.min(verbs[to] - verbs[from], 3);
  const distance = Math.min(to - from, 6);
  const previous = d > 0 ? tag[d - 1] : NO_TAG;
  const next = d < count ? tag[d + 1] : NO_TAG;

  out[0] = feature(64, tags);
  out[1] = feature(65, join(hw, tags));
  out[2] = feature(66, join(dw, tags));
  out[3] = feature(67, join(hw, dw) ^ side);
  out[4] = feature(68, join(formTag[d], side));
  out[5] = feature(69, join(tags, fd));
  out[6] = feature(70, join(tags, fh));
  out[7] = feature(71, join(lw, tags));
  out[8] = feature(72, join(join(lw, hw), dp));
  out[9] = feature(73, (tags * 8 + distance) * 16 + between);
  out[10] = feature(74, join(tags, previous * 64 + next));
  out[11] = feature(75, join(lw, ((fd & CORE_FRAME) * 64 + dp) * 2 + side));
  out[12] = feature(76, join(hw, ((fh & CORE_FRAME) * 64 + dp) * 2 + side));
  out[13] = feature(77, tags * 64 + tagAt(state, rightmost[d]));
  out[14] = feature(78, tags * 64 + (h > 0 ? tag[h - 1] : NO_TAG));
  out[15] = feature(79, join(hw, (between * 64 + dp) * 2 + side));
  out[16] = feature(80, join(tags, (fh & CORE_FRAME) * 256 + (fd & CORE_FRAME)));
  out[17] = feature(81, join(dw, fd * 2 + side));
  out[18] = feature(82, join(join(hw, dp * 256 + (fd & CORE_FRAME)), side));
  out[19] = feature(83, join(tags * 64 + tagAt(state, leftmost[d]), tagAt(state, rightmost[h])));
}
