export const TUNE = { once: 0.4, after: 0.15 };
