import type { Attributes } from 'graphology-types'
import type Sigma from 'sigma'
import { Program, type ProgramInfo } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'

/** What a program draws: items one after the other, each as the program's attributes order them. */
export interface Columns {
  array: Float32Array
  /** Items of `array` that are drawn, from the first on. */
  count: number
  /** Changes with what `array` holds, so that it is uploaded again. */
  version: number
}

export const emptyColumns = (): Columns => ({ array: new Float32Array(), count: 0, version: 0 })

/**
 * An instanced program of Sigma's that draws columns instead of what Sigma copies, item by item, out of a graph. Columns
 * are uploaded when they changed; Sigma's own programs upload all of theirs with each frame. Nothing is drawn for picking:
 * what is under the pointer is found in the columns.
 *
 * Shaders get `u_matrix` from the graph's frame to the clip space, `u_half`, half the canvas in device pixels, and
 * `u_scale`, device pixels for a size of 1.
 */
export abstract class ColumnProgram extends Program {
  drawLabel = undefined
  drawHover = undefined
  abstract readonly columns: Columns
  #uploaded = -1

  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma<Attributes, Attributes>) {
    super(gl, null, renderer)
  }

  /** Sigma's items are none. */
  process(): void {}
  override reallocate(): void {}
  override hasNothingToRender(): boolean {
    return this.columns.count === 0
  }

  override render(params: RenderParams): void {
    this.capacity = this.columns.count
    super.render(params)
  }

  setUniforms({ matrix, width, height, pixelRatio, sizeRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix as WebGLUniformLocation, false, matrix)
    gl.uniform2f(uniformLocations.u_half as WebGLUniformLocation, (width * pixelRatio) / 2, (height * pixelRatio) / 2)
    gl.uniform1f(uniformLocations.u_scale as WebGLUniformLocation, pixelRatio / sizeRatio)
  }

  protected override bindProgram(program: ProgramInfo): void {
    const { gl, buffer, constantBuffer } = program
    const bind = (attributes: typeof this.ATTRIBUTES, perItem: boolean) => {
      let offset = 0
      for (const attribute of attributes) offset += this.bindAttribute(attribute, program, offset, perItem)
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, constantBuffer)
    if (this.#uploaded < 0) gl.bufferData(gl.ARRAY_BUFFER, this.constantArray, gl.STATIC_DRAW)
    bind(this.CONSTANT_ATTRIBUTES, false)
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
    if (this.#uploaded !== this.columns.version) {
      gl.bufferData(gl.ARRAY_BUFFER, this.columns.array, gl.DYNAMIC_DRAW)
      this.#uploaded = this.columns.version
    }
    bind(this.ATTRIBUTES, true)
    gl.bindBuffer(gl.ARRAY_BUFFER, null)
  }
}
