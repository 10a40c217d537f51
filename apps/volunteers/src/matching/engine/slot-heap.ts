/** Slots by a key, the largest first. A slot may be in it several times. */
export class SlotHeap {
  private keys = new Float64Array(1_024);
  private slots = new Int32Array(1_024);
  private size = 0;

  push(slot: number, key: number): void {
    if (this.size === this.keys.length) this.grow();
    let place = this.size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.keys[parent]! >= key) break;
      this.keys[place] = this.keys[parent]!;
      this.slots[place] = this.slots[parent]!;
      place = parent;
    }
    this.keys[place] = key;
    this.slots[place] = slot;
  }

  /** @returns -1 when no key is larger than the threshold */
  pop(threshold: number): number {
    if (this.size === 0 || this.keys[0]! <= threshold) return -1;
    const top = this.slots[0]!;
    this.size -= 1;
    const key = this.keys[this.size]!;
    const slot = this.slots[this.size]!;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.keys[child + 1]! > this.keys[child]!) child += 1;
      if (this.keys[child]! <= key) break;
      this.keys[place] = this.keys[child]!;
      this.slots[place] = this.slots[child]!;
      place = child;
    }
    this.keys[place] = key;
    this.slots[place] = slot;
    return top;
  }

  clear(): void {
    this.size = 0;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length);
    keys.set(this.keys);
    this.keys = keys;
    const slots = new Int32Array(2 * this.slots.length);
    slots.set(this.slots);
    this.slots = slots;
  }
}
