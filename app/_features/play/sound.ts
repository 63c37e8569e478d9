let context: AudioContext | null = null;

/** Two short soft tones, made here: no file to load. Silent where the browser does not allow sound. */
export function ping(): void {
  try {
    context ??= new AudioContext();
    tone(context, 660, 0);
    tone(context, 880, 0.09);
  } catch {
    // No sound device, or not allowed before a first touch: the note on the screen says the same.
  }
}

function tone(audio: AudioContext, hertz: number, delay: number): void {
  const at = audio.currentTime + delay;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.08, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.25);
  const source = audio.createOscillator();
  source.frequency.value = hertz;
  source.connect(gain).connect(audio.destination);
  source.start(at);
  source.stop(at + 0.3);
}
