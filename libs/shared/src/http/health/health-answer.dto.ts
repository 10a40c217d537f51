export class HealthAnswer {
  status!: 'up';
}
