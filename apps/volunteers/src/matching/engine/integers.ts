/** A list of 32-bit integers that grows: millions of them without an object each. */
export class Integers {
  private values = new Int32Array(1_024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  add(value: number): void {
    if (this.used === this.values.length) {
      const larger = new Int32Array(2 * this.used);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used++] = value;
  }

  whole(): Int32Array {
    return this.values.slice(0, this.used);
  }
}
