// The page's end of the worker that has the points: questions go there, answers come back in turn.
export class Clusters {
  constructor({ worker, points, max_zoom: maxZoom }) {
    this.worker = new Worker(worker);
    this.waiting = new Map();
    this.last = 0;
    this.worker.addEventListener("message", ({ data }) => this.onAnswer(data));
    this.worker.addEventListener("error", () => this.onFailure());
    // {placed, total, bounds}: how many lie on the map and answer in all; bounds as Leaflet takes
    // them. The points are fetched and clustered while Leaflet is fetched.
    this.loaded = this.ask("load", { points: new URL(points, location.href).href, maxZoom });
    this.loaded.catch(() => {});
  }

  // The clusters and sites within [west, south, east, north].
  inView(bounds, zoom) {
    return this.ask("view", { bounds, zoom });
  }

  // The zoom at which a cluster falls apart.
  expansion(cluster) {
    return this.ask("expansion", { cluster });
  }

  ask(question, values) {
    const number = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage({ number, question, ...values });
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
