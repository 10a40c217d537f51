import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigitOf } from './check-digit.policy.js';
import { maskResidentId } from './mask-resident-id.policy.js';
import { normalizeResidentId, readResidentId } from './resident-id.policy.js';

const today = '2026-11-25';
const read = (written: string) => readResidentId(normalizeResidentId(written), today);
/** A number that is in order but for what its digits say. */
const numbered = (first17: string) => first17 + checkDigitOf(first17);

describe('a number in order', () => {
  it.each([
    ['11010519491231002X', 'resident', '1949-12-31', 'female'],
    ['33119919900307049X', 'resident', '1990-03-07', 'male'],
    ['331199198505150022', 'resident', '1985-05-15', 'female'],
    ['331199200002290015', 'resident', '2000-02-29', 'male'],
    ['440524188001010014', 'resident', '1880-01-01', 'male'],
    ['810000189003070032', 'hong-kong-macao-taiwan-resident', '1890-03-07', 'male'],
    [numbered('82000019780101002'), 'hong-kong-macao-taiwan-resident', '1978-01-01', 'female'],
    [numbered('83000019991231015'), 'hong-kong-macao-taiwan-resident', '1999-12-31', 'male'],
    // From the immigration administration's notes on the new card: a man from Saudi Arabia, a woman from Canada.
    ['932682198501010017', 'foreign-permanent-resident', '1985-01-01', 'male'],
    ['911124198108030024', 'foreign-permanent-resident', '1981-08-03', 'female'],
    ['CAN110019810803', 'foreign-permanent-resident-before-2023', null, null],
  ])('%s is of a %s, born %s, %s', (number, kind, birthDate, sex) => {
    expect(read(number)).toEqual({ number, kind, birthDate, sex });
  });

  it.each([
    ['11010519491231002x', '11010519491231002X'],
    [' 110105 19491231 002x\n', '11010519491231002X'],
    ['110105-19491231-002X', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['can110019810803', 'CAN110019810803'],
  ])('is the same however it is typed: %j', (written, number) => {
    expect(read(written)).toMatchObject({ number });
  });

  it('may be of a place that is in no list of today', () => {
    for (const place of ['110103', '331100', '422801', '799999', '899999']) {
      expect(read(numbered(`${place}19900101001`))).toMatchObject({ kind: 'resident' });
    }
  });

  it.each(['2026-11-25', '2000-02-29', '1900-01-01', '1900-02-28', '1999-12-31', '2000-01-01', '1880-01-01'])(
    'may be of somebody born on %s',
    (birthDate) => {
      expect(read(numbered(`331199${birthDate.replaceAll('-', '')}001`))).toMatchObject({ birthDate });
    },
  );
});

describe('a number that cannot be', () => {
  it.each(['2026-11-26', '2027-01-01', '2100-01-01', '1879-12-31', '0001-01-01'])('is of %s', (birthDate) => {
    expect(read(numbered(`331199${birthDate.replaceAll('-', '')}001`))).toBe('birth-date');
  });

  it.each([
    '1900-02-29',
    '2025-02-29',
    '1990-02-30',
    '1990-04-31',
    '1990-00-10',
    '1990-13-01',
    '1990-01-00',
    '1990-01-32',
  ])('is of %s, which no calendar has', (birthDate) => {
    expect(read(numbered(`331199${birthDate.replaceAll('-', '')}001`))).toBe('birth-date');
  });

  it.each([
    ['110105194912310021', 'check-digit'],
    ['932682198501010018', 'check-digit'],
    ['810000189003070033', 'check-digit'],
    ['', 'shape'],
    ['110105491231002', 'shape'],
    ['1101051949123100', 'shape'],
    ['11010519491231002X0', 'shape'],
    ['X10105194912310021', 'shape'],
    ['01010519491231002X', 'shape'],
    ['11010519491231002Y', 'shape'],
    ['CA1100198108031', 'shape'],
    ['CANA10019810803', 'shape'],
    ['CAN1100198108030', 'shape'],
    ['加拿大110019810803', 'shape'],
    ['١١٠١٠٥١٩٤٩١٢٣١٠٠٢X', 'shape'],
  ])('is %j: %s', (written, mistake) => {
    expect(read(written)).toBe(mistake);
  });
});

describe('the check digit', () => {
  const numbers = fc
    .record({
      origin: fc.oneof(
        fc.integer({ min: 110000, max: 659999 }),
        fc.constantFrom(810000, 820000, 830000),
        fc.integer({ min: 911000, max: 999999 }),
      ),
      born: fc.date({ min: new Date('1880-01-01'), max: new Date('2026-11-25'), noInvalidDate: true }),
      serial: fc.integer({ min: 0, max: 999 }),
    })
    .map(({ origin, born, serial }) =>
      numbered(`${origin}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`),
    );

  it('lets every number in order pass', () => {
    fc.assert(fc.property(numbers, (number) => expect(read(number)).toMatchObject({ number })));
  });

  it('notices every character that is typed wrongly', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let place = 0; place < 18; place += 1) {
          for (const other of '0123456789X') {
            if (other === number[place]) continue;
            expect(typeof read(number.slice(0, place) + other + number.slice(place + 1))).toBe('string');
          }
        }
      }),
    );
  });

  it('notices every two characters that have changed places', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (let from = 0; from < 18; from += 1) {
          for (let to = from + 1; to < 18; to += 1) {
            if (number[from] === number[to]) continue;
            const swapped = [...number];
            [swapped[from], swapped[to]] = [number.charAt(to), number.charAt(from)];
            // Weights repeat after ten places (2 to the tenth is 1 modulo 11): there MOD 11-2 promises nothing.
            if ((to - from) % 10 === 0) continue;
            expect(typeof read(swapped.join(''))).toBe('string');
          }
        }
      }),
    );
  });
});

describe('a masked number', () => {
  it.each([
    ['33119919900307049X', '3311**********049X'],
    ['932682198501010017', '9326**********0017'],
    ['CAN110019810803', 'CAN**********03'],
  ])('%s is shown as %s', (number, masked) => {
    expect(maskResidentId(number)).toBe(masked);
  });
});
