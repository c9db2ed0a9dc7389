// The page's end of the worker that has the points: questions go there, answers come back in turn.
export class Clusters {
  constructor({ worker, points }, maxZoom) {
    this.worker = worker;
    this.waiting = new Map();
    this.last = 0;
    this.worker.addEventListener("message", ({ data }) => this.onAnswer(data));
    this.worker.addEventListener("error", () => this.onFailure());
    this.loaded = this.load(points, maxZoom);
    this.loaded.catch(() => {});
  }

  // {placed, total, bounds}: how many lie on the map and answer in all; bounds as Leaflet takes
  // them. `points` is a promise of the bytes, which the page hands over unread.
  async load(points, maxZoom) {
    const bytes = await points;
    return this.ask("load", { bytes, maxZoom }, [bytes]);
  }

  // The clusters and sites within [west, south, east, north].
  inView(bounds, zoom) {
    return this.ask("view", { bounds, zoom });
  }

  // The zoom at which a cluster falls apart.
  expansion(cluster) {
    return this.ask("expansion", { cluster });
  }

  ask(question, values, handedOver = []) {
    const number = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, question, ...values }, handedOver);
    });
  }

  onAnswer({ number, answer, fault }) {
    const { resolve, reject } = this.waiting.get(number);
    this.waiting.delete(number);
    if (fault) reject(new Error(fault));
    else resolve(answer);
  }

  onFailure() {
    for (const { reject } of this.waiting.values()) reject(new Error("The worker stopped."));
    this.waiting.clear();
  }
}
