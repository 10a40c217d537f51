export class CalendarLinkResponse {
  id!: string;

  createdAt!: Date;

  version!: number;
}
