import { describe, expect, it } from '@jest/globals';
import { purposes } from '@sanxian/shared/contracts';
import { consentTexts, currentConsentText, hashOfConsentText } from './consent-texts.js';

/** A published wording is proof: changing one letter of it makes the ledger untrue. Add a version instead. */
const published: Record<string, string> = {
  'blood-contact 2026-11 zh-CN': '85b708645f446ea6afed19d068ef103f5f5a46c066d8cfd8fd654794bc40f7c3',
  'blood-contact 2026-11 en': 'e0991540fbb5f8e366e1072b81a2bb202a4fef84dd8384408ac0a560984454c8',
  'stem-cell-registry 2026-11 zh-CN': '411917d2d7714a13fc7cc36aa137c483de7674b58fcaa7000c177954921ebdf5',
  'stem-cell-registry 2026-11 en': 'fe5c826ad1a092fc6575baf4646e46e8f500690c4ba09d0dff8e3503f85e83fa',
  'organ-registration 2026-11 zh-CN': '9f3b585759e3e64a600e4f8eb5263a747b25a0cb4abacd40af3625f22ac646e4',
  'organ-registration 2026-11 en': '61acc5e76cd52bb691912ba8849b2f66a908d80623f3755897695257c6b6bf53',
  'volunteer-service 2026-11 zh-CN': 'f1ccc35dea4032a62c4f16973968187ac3a06bd07899fb64fd4e8b133c23b35b',
  'volunteer-service 2026-11 en': 'da04988239fed2234c938026ccf93f949f7e9917c9f2d7dc438454ff401a94b4',
  'photo-publication 2026-11 zh-CN': 'a4af6204848ebecbced254bae69783e8f15e051fade390baa53b47e071d38558',
  'photo-publication 2026-11 en': '3d119a4a8d285fa67604a43a99e7caca0ac6ca9f73709869184d68a811faa1dc',
};

const wordings = purposes.flatMap((purpose) =>
  consentTexts[purpose].flatMap((text) =>
    (['zh-CN', 'en'] as const).map((language) => ({ purpose, text, language, words: text.text[language] })),
  ),
);

describe('consent texts', () => {
  it('has a current text for every purpose', () => {
    for (const purpose of purposes) expect(currentConsentText(purpose).version).toMatch(/^\d{4}-\d{2}$/);
  });

  it.each(wordings)('$purpose in $language says what the law asks for, and does not press', ({ language, words }) => {
    const parts =
      language === 'zh-CN'
        ? ['做什么：', '用到哪些信息：', '谁会用到：', '随时可以撤回：', '不影响您']
        : ['What for:', 'Which data:', 'Who uses it:', 'Withdraw at any time:', 'all other services work'];
    for (const part of parts) expect(words).toContain(part);
    expect(words).not.toMatch(/必须|立即|！|!|\bmust\b/);
  });

  it.each(wordings)('$purpose in $language is still the wording that was published', ({ purpose, text, language }) => {
    expect(hashOfConsentText(text, language)).toBe(published[`${purpose} ${text.version} ${language}`]);
  });
});
