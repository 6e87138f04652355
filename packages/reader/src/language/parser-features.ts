import { FeatureList, join, lead } from './hashing.ts';
import { CORE_FRAME, formAt, LEFT, NO_TAG, type ParseState, tagAt } from './parse-state.ts';

/** A list for what `moveFeatures` tells. */
export const newMoveFeatures = () => new FeatureList(48, 0);

/**
 * Puts down and hashes the features of a configuration: forms, tags, distances, dependents so far and punctuation of the
 * top three of the stack and the first three of the buffer (after Zhang and Nivre 2011).
 */
export function moveFeatures(state: ParseState, out: FeatureList): void {
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

  out.one(0, s0wp);
  out.one(1, b0wp);
  out.one(2, s1wp);
  out.pair(3, lead(s0w), s1p);
  out.pair(4, lead(b0w), b1p);
  out.one(5, b1wp);
  out.pair(6, lead(s0wp), b0wp);
  out.pair(7, lead(s0wp), b0p);
  out.pair(8, lead(b0wp), s0p);
  out.one(9, pair0 * 16 + between0);
  out.pair(10, lead(s1wp), s0p);
  out.pair(11, lead(s0wp), s1p);
  out.pair(12, lead(s1wp), s0wp);
  out.one(13, pair1 * 64 + b0p);
  out.one(14, pair0 * 64 + b1p);
  out.one(15, (b0p * 64 + b1p) * 64 + b2p);
  out.one(16, s2p * 4096 + pair1);
  out.one(17, (pair0 * 8 + near) * 16 + between0);
  out.one(18, (pair1 * 8 + far) * 16 + between1);
  out.one(19, pair0 * 256 + c0);
  out.pair(20, lead(join(pair1, f0)), f1);
  out.pair(21, lead(pair0), fb);
  out.pair(22, lead(s0w), c0 * 64 + b0p);
  out.pair(23, lead(s1w), (c1 * 64 + s0p) * 64 + b0p);
  out.one(24, (pair0 * 64 + tagAt(state, l0)) * 64 + tagAt(state, r0));
  out.one(25, pair1 * 64 + tagAt(state, r1));
  out.one(26, pair0 * 64 + tagAt(state, lb));
  out.pair(27, lead(pair1 * 64 + b0p), f1 * 16 + between1);
  out.pair(28, lead(join(s1w, l0w)), s0p);
  out.pair(29, lead(l0w), pair1);
  out.pair(30, lead(b0w), pair1);
  out.one(31, (pair0 * 8 + quotes) * 64 + s1p);
  out.pair(32, lead(join(s1w, l0w)), s0w);
  out.pair(33, lead(pair1 * 64 + b0p), b1p * 64 + b2p);
  out.pair(34, lead(b0w), s0p * 64 + b1p);
  out.pair(35, lead(pair1 * 64 + b0p), between1 * 16 + between0);
  out.pair(36, lead(s1w), b0wp);
  out.pair(37, lead(join(s0w, c0 * 256 + c1)), s1p);
  out.pair(38, lead(l1w), pair1);
  out.pair(39, lead(lbw), pair0);
  out.pair(40, lead(join(s2wp, pair1)), b0p);
  out.pair(41, lead(join(pair1, b0p)), s2p * 64 + b1p);
  out.pair(42, lead(b0w), b1w);
  out.pair(43, lead(join(f1, f0 * 64 + b0p)), s1p);
  out.pair(44, lead(s0wp), b0p * 64 + b1p);
  out.pair(45, lead(join(r1wp, pair1)), l0w);
  out.pair(46, lead(formAt(state, r0)), pair0);
  out.pair(47, lead(join(s0w, l0w)), b0p);
  out.hash();
}

/** A list for what `labelFeatures` tells. */
export const newLabelFeatures = () => new FeatureList(20, 64);

/** Puts down and hashes the features that tell how the top of the stack depends on the head that `move` gives it. */
export function labelFeatures(state: ParseState, move: number, out: FeatureList): void {
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

  out.one(0, tags);
  out.pair(1, lead(hw), tags);
  out.pair(2, lead(dw), tags);
  out.one(3, join(hw, dw) ^ side);
  out.pair(4, lead(formTag[d]), side);
  out.pair(5, lead(tags), fd);
  out.pair(6, lead(tags), fh);
  out.pair(7, lead(lw), tags);
  out.pair(8, lead(join(lw, hw)), dp);
  out.one(9, (tags * 8 + distance) * 16 + between);
  out.pair(10, lead(tags), previous * 64 + next);
  out.pair(11, lead(lw), ((fd & CORE_FRAME) * 64 + dp) * 2 + side);
  out.pair(12, lead(hw), ((fh & CORE_FRAME) * 64 + dp) * 2 + side);
  out.one(13, tags * 64 + tagAt(state, rightmost[d]));
  out.one(14, tags * 64 + (h > 0 ? tag[h - 1] : NO_TAG));
  out.pair(15, lead(hw), (between * 64 + dp) * 2 + side);
  out.pair(16, lead(tags), (fh & CORE_FRAME) * 256 + (fd & CORE_FRAME));
  out.pair(17, lead(dw), fd * 2 + side);
  out.pair(18, lead(join(hw, dp * 256 + (fd & CORE_FRAME))), side);
  out.pair(19, lead(tags * 64 + tagAt(state, leftmost[d])), tagAt(state, rightmost[h]));
  out.hash();
}
