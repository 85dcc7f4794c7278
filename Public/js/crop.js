// Chooses the square of a photo: by dragging it, or by three sliders. Without this the middle is taken.

const longest = 320;

for (const form of document.querySelectorAll('form[data-crop]')) {
  const input = form.querySelector('input[type="file"]');
  let crop;
  input.addEventListener('change', async () => {
    crop?.remove();
    crop = undefined;
    const file = input.files[0];
    if (!file) return;
    try {
      // Upright, as the server turns it.
      crop = new Crop(await createImageBitmap(file), form, input.closest('.field'));
    } catch {
      // No picture that a browser can show: the server says what is wrong with it.
    }
  });
}

class Crop {
  constructor(bitmap, form, after) {
    this.bitmap = bitmap;
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    this.width = Math.max(1, Math.round(bitmap.width * scale));
    this.height = Math.max(1, Math.round(bitmap.height * scale));
    // In shares, as the form says them: side of the shorter side, x and y of the room that is left.
    this.side = 1;
    this.x = 0.5;
    this.y = 0.5;
    this.box = document.createElement('fieldset');
    this.box.className = 'field crop';
    const legend = document.createElement('legend');
    legend.textContent = 'Which part of it';
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.textContent = 'Drag the square, or use the sliders.';
    this.canvas = document.createElement('canvas');
    this.canvas.width = this.width;
    this.canvas.height = this.height;
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', 'Your photo with the chosen square');
    this.box.append(legend, hint, this.canvas);
    this.sliders = [
      this.slider('Size', 20, 100, 100, value => { this.side = value / 100; }),
      this.slider('From left to right', 0, 100, 50, value => { this.x = value / 100; }),
      this.slider('From top to bottom', 0, 100, 50, value => { this.y = value / 100; }),
    ];
    this.fields = ['crop-x', 'crop-y', 'crop-side'].map(name => {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      this.box.append(field);
      return field;
    });
    this.drag();
    after.after(this.box);
    this.draw();
  }

  slider(words, least, most, value, change) {
    const label = document.createElement('label');
    const text = document.createElement('span');
    text.textContent = words;
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', min: least, max: most, value });
    slider.addEventListener('input', () => {
      change(Number(slider.value));
      this.draw();
    });
    label.append(text, slider);
    this.box.append(label);
    return slider;
  }

  // Where the square is on the canvas, in its pixels.
  get square() {
    const side = Math.min(this.width, this.height) * this.side;
    return { left: (this.width - side) * this.x, top: (this.height - side) * this.y, side };
  }

  drag() {
    let from;
    const place = event => {
      const bounds = this.canvas.getBoundingClientRect();
      const scale = this.width / bounds.width;
      return { x: (event.clientX - bounds.left) * scale, y: (event.clientY - bounds.top) * scale };
    };
    this.canvas.addEventListener('pointerdown', event => {
      const { x, y } = place(event);
      const { left, top } = this.square;
      from = { x: x - left, y: y - top };
      this.canvas.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.canvas.addEventListener('pointermove', event => {
      if (!from) return;
      const { x, y } = place(event);
      const { side } = this.square;
      const share = (start, room) => room < 1 ? 0.5 : Math.min(1, Math.max(0, start / room));
      this.x = share(x - from.x, this.width - side);
      this.y = share(y - from.y, this.height - side);
      this.sliders[1].value = Math.round(this.x * 100);
      this.sliders[2].value = Math.round(this.y * 100);
      this.draw();
    });
    for (const end of ['pointerup', 'pointercancel']) this.canvas.addEventListener(end, () => { from = undefined; });
  }

  draw() {
    const context = this.canvas.getContext('2d');
    const { left, top, side } = this.square;
    context.clearRect(0, 0, this.width, this.height);
    context.drawImage(this.bitmap, 0, 0, this.width, this.height);
    context.fillStyle = 'rgb(0 0 0 / .55)';
    context.beginPath();
    context.rect(0, 0, this.width, this.height);
    context.rect(left, top, side, side);
    context.fill('evenodd');
    context.strokeStyle = '#ffdd57';
    context.lineWidth = 2;
    context.strokeRect(left + 1, top + 1, Math.max(0, side - 2), Math.max(0, side - 2));
    this.fields[0].value = (left / this.width).toFixed(4);
    this.fields[1].value = (top / this.height).toFixed(4);
    this.fields[2].value = this.side.toFixed(4);
  }

  remove() {
    this.box.remove();
    this.bitmap.close();
  }
}
